package org.reps.mentoring.notice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reps.mentoring.answerlink.AnswerLinks;
import org.reps.mentoring.engine.mailed.AnswerableTasks;
import org.reps.mentoring.letter.Letter;
import org.reps.mentoring.letter.Letter.Answer;
import org.reps.mentoring.post.MailSettings;
import org.springframework.stereotype.Component;

/**
 * The answers that are given from a mail. What opens is made as the mail is sent and stands in it only: what is kept of
 * the mail has its id in that place, which nobody who has written in it can know, and the id of the task.
 */
@Component
class AnswersInMails {

    private static final String OF_TASK = "-answers-";
    private static final Pattern TASK = Pattern.compile("[0-9a-f-]{36}");

    /** Opens the page that says so. */
    private static final String OVER = "over";

    private final AnswerLinks links;
    private final AnswerableTasks tasks;
    private final MailSettings settings;

    AnswersInMails(AnswerLinks links, AnswerableTasks tasks, MailSettings settings) {
        this.links = links;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** With a button for each answer to the first question, or with one for all of the form; with none elsewhere. */
    Letter in(Letter letter, String taskId, String recipientId) {
        if (!letter.hasButton() || !links.areFor(taskId, recipientId)) {
            return letter;
        }
        var choices = tasks.firstChoices(taskId, letter.language());
        return letter.answeredBy(mailId -> {
            var page = settings.ownPage("/answer#") + mailId + OF_TASK + taskId;
            return choices.isEmpty()
                    ? List.of(new Answer("", page))
                    : choices.stream()
                            .map(choice -> new Answer(choice.label(), page + "." + choice.value()))
                            .toList();
        });
    }

    /** What is sent in place of what is kept. */
    String opening(Mail mail, String kept) {
        return Pattern.compile(Pattern.quote(mail.id() + OF_TASK) + "(" + TASK + ")")
                .matcher(kept)
                .replaceAll(place -> Matcher.quoteReplacement(
                        links.make(place.group(1), mail.recipientId()).orElse(OVER)));
    }
}

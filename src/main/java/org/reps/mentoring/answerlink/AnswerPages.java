package org.reps.mentoring.answerlink;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.login.LoginAttempts;
import org.reps.mentoring.engine.login.TooManyAttempts;
import org.reps.mentoring.engine.mailed.AnswerableTasks;
import org.reps.mentoring.engine.mailed.AnswerableTasks.Waiting;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.page.Pages;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages on which people answer from a mail. They need no login, and make no session.
 *
 * <p>What opens stands in the address behind {@code #}, as on the pages on which people choose passwords, and for the
 * same reasons. Opening a page changes nothing, and neither does what programs send that look after mails: only the
 * button below the form does.
 */
@RestController
class AnswerPages {

    private static final String PAGE = "/answer";
    private static final String LINK = "/answer/link";

    /** What stands before the key of a field. */
    private static final String FIELD = "answer.";

    /** It also asks again what the form shows after a choice. */
    private static final String POLICY = Pages.POLICY + "; connect-src 'self'";

    private final LoginAttempts attempts = new LoginAttempts(Ticker.systemTicker());
    private final AnswerLinks links;
    private final AnswerableTasks tasks;
    private final People people;
    private final ReadersLanguage languages;
    private final MailSettings settings;

    AnswerPages(
            AnswerLinks links, AnswerableTasks tasks, People people, ReadersLanguage languages, MailSettings settings) {
        this.links = links;
        this.tasks = tasks;
        this.people = people;
        this.languages = languages;
        this.settings = settings;
    }

    @GetMapping(PAGE)
    ResponseEntity<String> open() {
        return page(HttpStatus.OK, ReadersLanguage.ofBrowser(), "answer-open", Map.of());
    }

    /** For whoever opens the address of an answer. */
    @GetMapping(LINK)
    ResponseEntity<String> link() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, PAGE)
                .build();
    }

    /**
     * @param code what stands in the link, and behind a dot what was chosen in the mail
     * @param send empty as long as the form is only looked at
     * @param sent all of it, the answers included
     */
    @PostMapping(LINK)
    ResponseEntity<String> answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String send,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var dot = code.indexOf('.');
        var link = (dot < 0 ? code : code.substring(0, dot)).strip();
        try {
            attempts.begin(request.getRemoteAddr(), link);
        } catch (TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return over(HttpStatus.TOO_MANY_REQUESTS, "answer-often");
        }
        var found = links.find(link);
        if (found.isEmpty()) {
            return over(HttpStatus.GONE, "answer-over");
        }
        attempts.succeeded(request.getRemoteAddr(), link);
        var task = found.get();
        ReadersLanguage.isAskedBy(task.personId(), request);
        var answers = answers(sent);
        if (send.isEmpty()) {
            var shown = answers.isEmpty() && dot >= 0 ? tasks.chosen(task, code.substring(dot + 1)) : answers;
            return form(HttpStatus.OK, task, link, shown, null);
        }
        var language = languages.of(task.personId());
        try {
            return tasks.answer(task.taskId(), answers, now -> links.opens(link, now), language)
                    .map(said -> page(HttpStatus.OK, language, "answered", Map.of("said", said)))
                    .orElseGet(() -> over(HttpStatus.GONE, "answer-over"));
        } catch (Refusal refused) {
            return form(HttpStatus.BAD_REQUEST, task, link, answers, refused);
        }
    }

    private static Map<String, String> answers(Map<String, String> sent) {
        var answers = new HashMap<String, String>();
        sent.forEach((name, text) -> {
            if (name.startsWith(FIELD)) {
                answers.put(name.substring(FIELD.length()), text);
            }
        });
        return answers;
    }

    private ResponseEntity<String> form(
            HttpStatus status, Waiting task, String link, Map<String, String> answers, @Nullable Refusal refused) {
        var language = languages.of(task.personId());
        var form = tasks.show(task, answers, refused, language);
        return page(
                status,
                language,
                "answer",
                Map.of(
                        "task",
                        form.title(),
                        "parts",
                        form.parts(),
                        "faults",
                        form.faults(),
                        "code",
                        link,
                        "name",
                        people.greeting(task.personId()),
                        "inTasklist",
                        settings.page("tasklist", "#/?task=" + task.taskId())));
    }

    /** Why does not depend on what is known of the task, so that nothing of it is told. */
    private static ResponseEntity<String> over(HttpStatus status, String template) {
        return page(status, ReadersLanguage.ofBrowser(), template, Map.of());
    }

    private static ResponseEntity<String> page(
            HttpStatus status, String language, String template, Map<String, ?> values) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(Pages.html(language, template, values));
    }
}

package org.reps.mentoring.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.cases.CurrentCase;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.TaskAssigned;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.letter.Letter;
import org.reps.mentoring.letter.Templates;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.reach.HowToReach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to tell people something. A notice is written from its template at once and sent by the process
 * {@code send-mail}, which is started in the caller's transaction: what is rolled back is not told.
 *
 * <p>Where a template has a button, it opens the task that waits for the receiver in the case at hand, and says until
 * when; where there is none, it opens Tasklist.
 */
@Component
@Transactional
public class Notices {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Mails mails;
    private final Templates templates;
    private final SendMailProcess sending;
    private final People people;
    private final CurrentCase currentCase;
    private final OpenTasks tasks;
    private final Mentors mentors;
    private final HowToReach reach;
    private final AnswersInMails answers;
    private final ReadersLanguage languages;
    private final TimeZones zones;
    private final Days days;
    private final MailSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(
            Mails mails,
            Templates templates,
            SendMailProcess sending,
            People people,
            CurrentCase currentCase,
            OpenTasks tasks,
            Mentors mentors,
            HowToReach reach,
            AnswersInMails answers,
            ReadersLanguage languages,
            TimeZones zones,
            Days days,
            MailSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.templates = templates;
        this.sending = sending;
        this.people = people;
        this.currentCase = currentCase;
        this.tasks = tasks;
        this.mentors = mentors;
        this.reach = reach;
        this.answers = answers;
        this.languages = languages;
        this.zones = zones;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Tells one person one thing, at most once on each day where they live.
     *
     * @param recipientId user id
     * @param notice name of the template, {@code mail/<notice>.txt}
     * @param subjectId the id of what it is about, e.g. the mentee's or the mentor's
     * @param values what the template needs besides the recipient's first name; days are written out; no confidential
     *     text
     */
    public void tell(String recipientId, String notice, String subjectId, Map<String, ?> values) {
        tellOf(null, recipientId, notice, subjectId, values);
    }

    /**
     * The same, of two people: the receiver reads how to reach the other one, as far as that is for them.
     *
     * @param otherId user id; null where it is of nobody else
     */
    public void tellOf(
            @Nullable String otherId, String recipientId, String notice, String subjectId, Map<String, ?> values) {
        var letter = letter(recipientId, notice, values);
        var id = UUID.randomUUID().toString();
        if (tellOnce(id, recipientId, notice, today(recipientId, subjectId), letter, Use.ALWAYS, otherId)
                && letter.hasButton()
                && letter.link().equals(tasklist(""))) {
            var news = new JustTold.News(id, notice, values);
            currentCase.beganWith().ifPresent(inCase -> JustTold.now().add(inCase, recipientId, news));
        }
    }

    /**
     * The same, to somebody who cannot log in any more: they read how to reach a contact, as no page says it to them.
     */
    public void tellOutside(String recipientId, String notice, String subjectId, Map<String, ?> values) {
        tellOf(reach.contactFor(recipientId).orElse(null), recipientId, notice, subjectId, values);
    }

    /**
     * Tells one person what waits for them that day. The next day's digest takes its place.
     *
     * @param day where the person lives
     * @param values as in {@link #tell(String, String, String, Map)}
     */
    public void digest(String recipientId, LocalDate day, Map<String, ?> values) {
        var use = new Use(null, Mail.DIGEST, clock.instant().plus(A_DAY));
        tellOnce(recipientId, Mail.DIGEST, day.toString(), letter(recipientId, Mail.DIGEST, values), use, null);
    }

    /**
     * Reminds one person of what they have been asked. A mentor who is away is not reminded; that is announced instead,
     * so that their cover can be told.
     *
     * @param values as in {@link #tell(String, String, String, Map)}
     */
    public void remind(String recipientId, String notice, String subjectId, Map<String, ?> values) {
        remindOf(null, recipientId, notice, subjectId, values);
    }

    /** The same, of two people, as {@link #tellOf}. */
    public void remindOf(
            @Nullable String otherId, String recipientId, String notice, String subjectId, Map<String, ?> values) {
        var letter = letter(recipientId, notice, values);
        if (mentors.findById(recipientId)
                .filter(mentor -> mentor.isAwayAt(days.now()))
                .isPresent()) {
            events.publishEvent(new ReminderWithheld(recipientId, notice, subjectId, values));
        } else {
            var use =
                    tasks.inThisCase(recipientId).map(task -> Use.of(task.id())).orElse(Use.ALWAYS);
            tellOnce(recipientId, notice, today(recipientId, subjectId), letter, use, otherId);
        }
    }

    /**
     * Sends one person a link by which they can choose a password. What stands in it is made as the mail is sent, and
     * kept nowhere; when it is of no use by then, nothing is sent.
     *
     * @param isFirst whether they are invited, as they have had none before; otherwise they have forgotten theirs
     * @param at when it was said that they need one; each such moment is one mail
     */
    public void letIn(String recipientId, boolean isFirst, Instant at) {
        var notice = isFirst ? Mail.FIRST_PASSWORD : Mail.NEW_PASSWORD;
        var id = UUID.randomUUID().toString();
        var values = Map.of(
                "userName", recipientId, "code", id, "until", Mail.until(id), "another", forgottenPasswordLink());
        var link = settings.ownPage("/password/choose#" + id);
        var letter = templates.letter(languages.inMailsTo(recipientId), notice, values, link, "choose-password", null);
        // An invitation waits for an address that takes it; whoever has forgotten their password asks again.
        var use = new Use(null, notice, isFirst ? null : clock.instant().plus(A_DAY));
        tellOnce(id, recipientId, notice, at.toString(), letter, use, null);
    }

    /**
     * Tells one person one thing each time it happens.
     *
     * @param values as in {@link #tell(String, String, String, Map)}
     */
    public void tellEachTime(String recipientId, String notice, Map<String, ?> values) {
        var occasion = UUID.randomUUID().toString();
        tellOnce(recipientId, notice, occasion, letter(recipientId, notice, values), Use.ALWAYS, null);
    }

    /** As {@link #tellOf}, but never again, on whatever day. */
    public void tellOnceOf(String otherId, String recipientId, String notice, String subjectId, Map<String, ?> values) {
        tellOnce(recipientId, notice, subjectId, letter(recipientId, notice, values), Use.ALWAYS, otherId);
    }

    /** As {@link #tell}, but never again, on whatever day. */
    public void tellOnce(String recipientId, String notice, String subjectId, Map<String, ?> values) {
        tellOnce(recipientId, notice, subjectId, letter(recipientId, notice, values), Use.ALWAYS, null);
    }

    /** The address under which people say that they have forgotten their password. */
    public String forgottenPasswordLink() {
        return settings.ownPage("/password/forgotten");
    }

    /**
     * Tells one person of a meeting, so that it gets into their calendar, moves there or disappears from it.
     *
     * @param otherId whom they meet, as in {@link #tellOf}; null where it is many
     * @param values as in {@link #tell(String, String, String, Map)}; the template knows besides {@code when} and
     *     {@code place} the two meet, and whether it was {@code moved}
     */
    public void invite(
            @Nullable String otherId, String recipientId, String notice, Invitation invitation, Map<String, ?> values) {
        var occasion = invitation.uid() + ":" + invitation.sequence();
        var language = languages.inMailsTo(recipientId);
        var calendar = invitation.in(language).calendar(clock.instant(), settings.domain());
        // That a meeting is off can mean more than that.
        var use = new Use(calendar, invitation.uid(), invitation.isCancelled() ? null : invitation.startsAt());
        var all = new HashMap<String, Object>(values);
        all.put("when", MeetingTime.text(invitation.startsAt(), zones.of(recipientId), language));
        all.put("place", invitation.place());
        all.put("moved", invitation.sequence() > 0);
        tellOnce(recipientId, notice, occasion, letter(recipientId, notice, all), use, otherId);
    }

    /** What somebody may do and need not gets no mail of its own; where one tells the news, it leads to the task. */
    @EventListener
    void tellOfTask(TaskAssigned task) {
        JustTold.now().take(task.caseId(), task.userId()).ifPresentOrElse(news -> tellOfTask(task, news), () -> {
            if (!task.optional()) {
                var values = Map.of("task", task.name(), "why", task.why());
                var letter = letter(task, "task-assigned", values);
                tellOnce(task.userId(), "task-assigned", task.taskId(), letter, Use.of(task.taskId()), null);
            }
        });
    }

    /** In the mail that tells the news. */
    private void tellOfTask(TaskAssigned task, JustTold.News news) {
        var mail = mails.findById(news.mailId()).orElseThrow();
        var letter = letter(task, news.notice(), news.values()).as(mail.id());
        var greeting = people.greeting(mail.recipientId());
        var reach = mail.otherId() == null ? "" : mail.id();
        mails.save(mail.saying(
                letter.subject(), templates.text(letter, greeting, reach), templates.html(letter, greeting, reach)));
    }

    private Letter letter(TaskAssigned task, String notice, Map<String, ?> values) {
        return letter(task.userId(), notice, values, task.taskId(), task.due());
    }

    private Letter letter(
            String recipientId, String notice, Map<String, ?> values, String taskId, @Nullable Instant due) {
        var language = languages.inMailsTo(recipientId);
        var letter = templates.letter(language, notice, values, link(taskId), "open-task", dayOf(due, recipientId));
        return answers.in(letter, taskId, recipientId);
    }

    /** The address that opens a task in Tasklist, after login. */
    public String link(String taskId) {
        return tasklist("#/?task=" + taskId);
    }

    /** The address that opens a case in Cockpit, after login. */
    public String caseLink(String caseId) {
        return settings.page("cockpit", "#/process-instance/" + caseId + "/runtime");
    }

    private Letter letter(String recipientId, String notice, Map<String, ?> values) {
        var language = languages.inMailsTo(recipientId);
        return tasks.inThisCase(recipientId)
                .map(task -> letter(recipientId, notice, values, task.id(), task.due()))
                .orElseGet(() -> templates.letter(language, notice, values, tasklist(""), "open-tasklist", null));
    }

    /** What a notice is about, as somebody reads it who does not get it. */
    public String subject(String readerId, String notice, Map<String, ?> values) {
        return letter(readerId, notice, values).subject();
    }

    private void tellOnce(
            String recipientId, String notice, String occasion, Letter letter, Use use, @Nullable String otherId) {
        tellOnce(UUID.randomUUID().toString(), recipientId, notice, occasion, letter, use, otherId);
    }

    /** Whether it is told now, and was not before. */
    private boolean tellOnce(
            String id,
            String recipientId,
            String notice,
            String occasion,
            Letter written,
            Use use,
            @Nullable String otherId) {
        var letter = written.as(id);
        var dedupeKey = notice + ":" + recipientId + ":" + occasion;
        if (mails.existsByDedupeKey(dedupeKey)) {
            return false;
        }
        var greeting = people.greeting(recipientId);
        var reach = otherId == null ? "" : id;
        var mail = new Mail(
                id,
                dedupeKey,
                notice,
                recipientId,
                letter.subject(),
                templates.text(letter, greeting, reach),
                templates.html(letter, greeting, reach),
                use.invitation(),
                use.matter(),
                use.until(),
                otherId,
                Mail.State.WAITING,
                clock.instant(),
                null,
                null);
        mails.save(mail);
        sending.start(mail.id());
        return true;
    }

    private String today(String recipientId, String subjectId) {
        return subjectId + ":" + days.todayOf(recipientId);
    }

    /** A day that is over is left out: then it is written for another reason than to be in time. */
    private @Nullable LocalDate dayOf(@Nullable Instant due, String userId) {
        return due == null || due.isBefore(clock.instant()) ? null : days.dayOf(userId, due);
    }

    private String tasklist(String fragment) {
        return settings.page("tasklist", fragment);
    }

    /** What the mail is for, as in {@link Mail}, so that it is not sent when that is over. */
    private record Use(
            @Nullable String invitation,
            @Nullable String matter,
            @Nullable Instant until) {

        private static final Use ALWAYS = new Use(null, null, null);

        private static Use of(String taskId) {
            return new Use(null, taskId, null);
        }
    }
}

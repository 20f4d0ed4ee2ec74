package org.reps.mentoring.notice;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.engine.TaskAssigned;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;

/**
 * The one way to tell people something. A notice is written from its template at once and sent by the process
 * {@code send-mail}, which is started in the caller's transaction: what is rolled back is not told.
 */
@Component
@Transactional
public class Notices {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final Mails mails;
    private final Templates templates;
    private final SendMailProcess sending;
    private final People people;
    private final MailSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(
            Mails mails,
            Templates templates,
            SendMailProcess sending,
            People people,
            MailSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.templates = templates;
        this.sending = sending;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Tells one person one thing, at most once a day.
     *
     * @param recipientId user id
     * @param notice name of the template, {@code mail/<notice>.txt}
     * @param subjectId the id of what it is about, e.g. the mentee's or the mentor's
     * @param values what the template needs besides the recipient's first name; no confidential text
     */
    public void tell(String recipientId, String notice, String subjectId, Map<String, ?> values) {
        tellOnce(recipientId, notice, subjectId + ":" + LocalDate.now(clock), values, null);
    }

    /**
     * Tells one person of a meeting, so that it gets into their calendar, moves there or disappears from it.
     *
     * @param values as in {@link #tell(String, String, String, Map)}
     */
    public void invite(String recipientId, String notice, Invitation invitation, Map<String, ?> values) {
        var occasion = invitation.uid() + ":" + invitation.sequence();
        tellOnce(recipientId, notice, occasion, values, invitation.calendar(clock.instant()));
    }

    @EventListener
    void tellOfTask(TaskAssigned task) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("task", task.name());
        values.put("why", task.why());
        values.put("due", task.due() == null ? null : dayOf(task.due()));
        values.put("link", tasklist("#/?task=" + task.taskId()));
        tellOnce(task.userId(), "task-assigned", task.taskId(), values, null);
    }

    private void tellOnce(
            String recipientId, String notice, String occasion, Map<String, ?> values, @Nullable String invitation) {
        var dedupeKey = notice + ":" + recipientId + ":" + occasion;
        if (mails.existsByDedupeKey(dedupeKey)) {
            return;
        }
        var model = new HashMap<String, @Nullable Object>(values);
        model.put("recipient", people.firstName(recipientId));
        model.putIfAbsent("link", tasklist(""));
        var letter = Letter.read(
                templates.text(notice, new Context(Locale.ENGLISH, model)), String.valueOf(model.get("link")));
        var mail = new Mail(
                UUID.randomUUID().toString(),
                dedupeKey,
                notice,
                recipientId,
                letter.subject(),
                letter.text(),
                templates.html(letter),
                invitation,
                Mail.State.WAITING,
                clock.instant(),
                null,
                null);
        mails.save(mail);
        sending.start(mail.id());
        events.publishEvent(new Told(mail.id(), recipientId, notice, mail.subject()));
    }

    private URI tasklist(String fragment) {
        return settings.baseUrl().resolve("/camunda/app/tasklist/default/" + fragment);
    }

    private static String dayOf(Instant instant) {
        return DAY.format(instant.atZone(ZoneOffset.UTC));
    }
}

package org.reps.mentoring.notice;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.tellperson.OneOfMany;
import org.reps.mentoring.tellperson.TellPersonProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to people whose address is missing or refused. They are kept until there is an address that the mail server
 * accepts; then what is still of use is sent, and the rest is dropped.
 */
@Component
@Transactional
public class KeptMails {

    private final Mails mails;
    private final SendMailProcess sending;
    private final OneOfMany oneOfMany;
    private final TellPersonProcess telling;
    private final OpenTasks tasks;
    private final Clock clock;

    KeptMails(
            Mails mails,
            SendMailProcess sending,
            OneOfMany oneOfMany,
            TellPersonProcess telling,
            OpenTasks tasks,
            Clock clock) {
        this.mails = mails;
        this.sending = sending;
        this.oneOfMany = oneOfMany;
        this.telling = telling;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Keeps a mail, in place of earlier ones about the same. */
    void keep(Mail mail) {
        var others = of(mail.recipientId());
        others.stream().filter(mail::takesThePlaceOf).map(Mail::dropped).forEach(mails::save);
        mails.save(others.stream().anyMatch(other -> other.takesThePlaceOf(mail)) ? mail.dropped() : mail.kept());
    }

    /** Whether any are kept for this person. */
    public boolean areThereFor(String recipientId) {
        return mails.existsByRecipientIdAndState(recipientId, Mail.State.KEPT);
    }

    /** User ids of all for whom any are kept. */
    public Set<String> recipients() {
        return Set.copyOf(mails.recipientsOfKept());
    }

    /**
     * Sends what is kept for a person and still of use, the oldest first, and drops the rest.
     *
     * @param recipientId user id
     */
    public void sendAgain(String recipientId) {
        var kept = of(recipientId);
        kept.stream().filter(not(this::isOfUse)).map(Mail::dropped).forEach(mails::save);
        kept.stream().filter(this::isOfUse).forEach(this::send);
    }

    /** As {@link #tryOne}, for each person for whom some are kept; one with whom it fails stops no other. */
    void tryEach() {
        for (var recipient : mails.recipientsOfKept()) {
            if (!oneOfMany.isDone(() -> tryOne(recipient))) {
                telling.keptMails(recipient);
            }
        }
    }

    /**
     * Sends the latest mail that is kept for a person. When it gets through, the others follow; when not, it is kept
     * again.
     */
    void tryOne(String recipientId) {
        of(recipientId).stream()
                .filter(this::isOfUse)
                .reduce((earlier, later) -> later)
                .ifPresent(this::send);
    }

    private void send(Mail mail) {
        mails.save(mail.waiting());
        sending.start(mail.id());
    }

    private boolean isOfUse(Mail mail) {
        return mail.asksForTask()
                ? waitingFor(mail.recipientId()).anyMatch(task -> task.id().equals(mail.matter()))
                : mail.usefulUntil() == null || clock.instant().isBefore(mail.usefulUntil());
    }

    private Stream<OpenTask> waitingFor(String recipientId) {
        return Stream.concat(tasks.of(recipientId).stream(), tasks.offeredTo(recipientId).stream());
    }

    private List<Mail> of(String recipientId) {
        return mails.findByRecipientIdAndStateOrderByWrittenAt(recipientId, Mail.State.KEPT);
    }
}

package org.reps.mentoring.concern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CurrentCase;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/raise-concern.bpmn} asks of the application (SOP: escalation). Confidential answers arrive here as
 * references to sealed texts; the only one that is opened says who is part of the concern.
 */
@Component("concerns")
@Transactional
public class RaiseConcernSteps {

    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final CurrentCase currentCase;

    RaiseConcernSteps(Council council, People people, Notices notices, SealedTexts texts, CurrentCase currentCase) {
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.currentCase = currentCase;
    }

    /** A business key that says nothing. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * Makes sure that nobody is left out because of a slip of the pen.
     *
     * @param involvedPeople sealed user ids with commas between them; may be empty
     * @throws Refusal naming those who do not exist
     */
    public void checkInvolved(String involvedPeople) {
        var unknown = involved(involvedPeople).stream()
                .filter(userId -> people.find(userId).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.at(
                    "involvedPeople",
                    "Who is part of it",
                    "nobody here has the user name " + String.join(", ", unknown)
                            + ". Please write user names with commas between them, or describe the people in the text above.");
        }
    }

    /**
     * Who can look into it: contacts who are not part of it and were not asked before, or else such council members, or
     * else those who were asked before.
     *
     * @param reporterId user id of who raised it
     * @param involvedPeople sealed user ids of those who are part of it
     * @throws org.reps.mentoring.council.TooFewImpartial when everybody in the council is part of it; the case then
     *     waits with an incident for the operator
     */
    public List<String> impartialContacts(
            String reporterId, String involvedPeople, @Nullable Collection<String> askedBeforeIds) {
        var partOfIt = new TreeSet<>(involved(involvedPeople));
        partOfIt.add(reporterId);
        var notAgain = new TreeSet<>(partOfIt);
        notAgain.addAll(askedBeforeIds == null ? Set.of() : askedBeforeIds);
        return new ArrayList<>(
                council.hasImpartial(notAgain) ? council.impartial(notAgain) : council.impartial(partOfIt));
    }

    /** Those who were asked before, and one more. */
    public List<String> askedBefore(@Nullable Collection<String> askedBeforeIds, String contactId) {
        var more = new TreeSet<>(askedBeforeIds == null ? Set.<String>of() : askedBeforeIds);
        more.add(contactId);
        return new ArrayList<>(more);
    }

    /** What is said about the reporter to whoever looks into it. */
    public String reporter(String reporterId, @Nullable Boolean mayContact) {
        return Boolean.TRUE.equals(mayContact)
                ? people.name(reporterId) + ", who may be asked about it"
                : "Somebody who does not want to be asked about it";
    }

    /**
     * What was done so far, and what was done now; both are references to sealed texts.
     *
     * @param whatWasDone empty at first
     * @param whatIDid empty when nothing was written
     */
    public @Nullable String together(String whatWasDone, String whatIDid) {
        if (whatIDid.isEmpty()) {
            return whatWasDone.isEmpty() ? null : whatWasDone;
        }
        var more = texts.moveInCase(whatIDid, "whatIDid", "whatWasDone");
        return whatWasDone.isEmpty() ? more : whatWasDone + "\n\n" + more;
    }

    /** Tells those who can look into it that something waits for them, and nothing else. */
    public void tellContacts(Collection<String> contactIds, String key) {
        tell(contactIds, "concern-waiting", key);
    }

    /** Reminds those who can look into it. */
    public void remindContacts(Collection<String> contactIds, String key) {
        for (var contact : contactIds) {
            notices.remind(contact, "concern-reminder", key, Map.of());
        }
    }

    /** Tells the reporter that somebody looks into it, but not who. */
    public void tellTakenUp(String reporterId, String key) {
        tell(List.of(reporterId), "concern-taken-up", key);
    }

    private void tell(Collection<String> recipientIds, String notice, String key) {
        for (var recipient : recipientIds) {
            notices.tell(recipient, notice, key, Map.of());
        }
    }

    private Set<String> involved(String involvedPeople) {
        var userIds = new TreeSet<String>();
        // Of this case only: who is left out, or unknown, would tell what stands in that of another.
        var names = texts.open(involvedPeople, Place.inCase(currentCase.id(), "involvedPeople"));
        if (names.isEmpty() && !involvedPeople.isEmpty()) {
            // Better that nobody looks into it than somebody who is part of it.
            throw new IllegalStateException("Who is part of this concern cannot be read");
        }
        for (var name : names.split("[,;\\s]+")) {
            if (!name.isBlank()) {
                // Of what was raised before names were understood, as it was typed.
                userIds.add(people.find(name).isPresent() ? name : name.toLowerCase(Locale.ROOT));
            }
        }
        return userIds;
    }
}

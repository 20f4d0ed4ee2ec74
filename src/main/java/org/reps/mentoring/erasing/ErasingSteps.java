package org.reps.mentoring.erasing;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.erasure.Erasure;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.erasing.Erasing.Reason;
import org.reps.mentoring.kept.Kept;
import org.reps.mentoring.leaving.Stayed;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.OldMails;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.person.KnownPeople.Known;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/erase-person.bpmn} asks of the application, and what is said about it as somebody leaves. */
@Component("erasing")
@Transactional
public class ErasingSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ErasingSteps.class);

    /** No user name has a hyphen. */
    private static final String PSEUDONYM = "erased-";

    /** So many that each day's are soon done; the others are noticed on the days after. */
    private static final int A_DAY = 100;

    private final Erasings erasings;
    private final ErasingProcess process;
    private final KnownPeople known;
    private final People people;
    private final Kept kept;
    private final SealedTexts texts;
    private final OldMails mails;
    private final Erasure engine;
    private final Notices notices;
    private final MentoringRules rules;
    private final Days days;

    ErasingSteps(
            Erasings erasings,
            ErasingProcess process,
            KnownPeople known,
            People people,
            Kept kept,
            SealedTexts texts,
            OldMails mails,
            Erasure engine,
            Notices notices,
            MentoringRules rules,
            Days days) {
        this.erasings = erasings;
        this.process = process;
        this.known = known;
        this.people = people;
        this.kept = kept;
        this.texts = texts;
        this.mails = mails;
        this.engine = engine;
        this.notices = notices;
        this.rules = rules;
        this.days = days;
    }

    // --- how it begins

    /**
     * Keeps what somebody has said as they said that they leave.
     *
     * @param wish whether they ask to be erased; null where they have not said it
     * @throws Refusal when somebody else has said it for them
     */
    public void noteWish(String leavingId, String personId, String startedBy, @Nullable Boolean wish) {
        if (!Boolean.TRUE.equals(wish)) {
            return;
        }
        if (!personId.equals(startedBy)) {
            throw Refusal.at(
                    "erasingWished",
                    "Erase what is kept about me",
                    "please leave it empty, as only " + people.firstName(personId)
                            + " can wish it here. When they have left and ask for it, start \"Erase somebody who has left\".");
        }
        erasings.addWish(leavingId);
    }

    public boolean isWished(String leavingId) {
        return erasings.isWished(leavingId);
    }

    /**
     * Keeps what they say as they think again.
     *
     * @param whenErased {@code soon} or {@code later}; empty where they leave it as it is
     */
    public void changeWish(String leavingId, String whenErased) {
        if (whenErased.isEmpty()) {
            return;
        }
        erasings.removeWish(leavingId);
        if (Choice.is(whenErased, "soon", "later")) {
            erasings.addWish(leavingId);
        }
    }

    @EventListener
    void forgetWish(Stayed stayed) {
        erasings.removeWish(stayed.leavingId());
    }

    /** They have left, and wished it. */
    public void beginAsWished(String leavingId, String personId) {
        erasings.removeWish(leavingId);
        if (known.hasLeft(personId) && open(personId).isEmpty()) {
            process.startAsWished(begin(personId, Reason.WISH, null).id());
        }
    }

    /**
     * A contact says that somebody who has left asks for it.
     *
     * @param userName as the contact has typed it, in small or capital letters
     * @return the id of what is kept of it
     * @throws Refusal when nobody had it, or whoever has it has not left
     */
    public String ask(String contactId, String userName) {
        var typed = userName.strip();
        var found = known.find(typed)
                .orElseThrow(() -> Refusal.at(
                        "userName", "User name", "nobody here has ever had the user name \"" + typed + "\"."));
        if (found.erased()) {
            throw Refusal.at("userName", "User name", "whoever had the user name \"" + typed + "\" is erased already.");
        }
        if (found.leftOn() == null) {
            throw Refusal.at(
                    "userName",
                    "User name",
                    "\"" + found.id() + "\" has not left. Only whoever has left the programme can be"
                            + " erased; they, or a contact for them, start \"Leave the programme\" first.");
        }
        open(found.id()).ifPresent(open -> {
            throw Refusal.at(
                    "userName",
                    "User name",
                    "\"" + found.id() + "\" is going to be erased already. Until " + open.backUntil()
                            + " is over, they can still come back.");
        });
        known.expectNoMore(found.id());
        return begin(found.id(), Reason.CONTACT, contactId).id();
    }

    /** The next of those who have left long ago; and those who were erased before a backup was restored. */
    public void noticeLongGone() {
        var open = new HashSet<>(erasings.openPeople());
        var again = known.erasedBefore();
        again.stream()
                .filter(not(Known::isGone))
                .forEach(here -> LOG.warn(
                        "{} was erased, and is here again because a backup was restored from before they left. Please have a"
                                + " contact start \"Leave the programme\" for them; then they are erased again.",
                        here.id()));
        Stream.concat(
                        again.stream().filter(Known::isGone).map(Known::id),
                        known.leftBy(longAgo(days.ofProgramme())).stream())
                .distinct()
                .filter(not(open::contains))
                .limit(A_DAY)
                .forEach(personId -> process.startAsItIsTime(
                        begin(personId, Reason.TIME, null).id()));
    }

    /** The last day whose time is over, counted from it: two years after 29 February it is 28 February. */
    private LocalDate longAgo(LocalDate today) {
        var day = today.minus(rules.erasedAfter());
        while (!day.plusDays(1).plus(rules.erasedAfter()).isAfter(today)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * What was begun before they came back is over, also where they have left again: they may not wish it this time.
     */
    private Optional<Erasing> open(String personId) {
        var open = erasings.findByOpenPerson(personId);
        var over = open.filter(erasing -> wereBackSince(erasing, known.find(personId)));
        over.ifPresent(erasing -> erasings.save(erasing.cameBack(days.ofProgramme())));
        return over.isPresent() ? Optional.empty() : open;
    }

    private static boolean wereBackSince(Erasing erasing, Optional<Known> person) {
        return person.filter(Known::isGone)
                .map(Known::leftOn)
                .filter(not(erasing.beganOn()::isBefore))
                .isEmpty();
    }

    private Erasing begin(String personId, Reason reason, @Nullable String askedBy) {
        var today = days.ofProgramme();
        var begun = Erasing.begun(personId, reason, askedBy, today, today.plus(rules.erasingNotice()));
        return erasings.begin(
                begun, Refusal.at("userName", "User name", "\"" + personId + "\" is going to be erased already."));
    }

    // --- until it is done

    /**
     * Tells the person, if there is still a way to, until when they can come back; and the contact who asked for it.
     */
    public void tell(String erasingId) {
        var erasing = erasings.get(erasingId);
        var personId = Objects.requireNonNull(erasing.openPerson());
        var values =
                Map.of("until", erasing.backUntil(), "reason", erasing.reason().name());
        if (people.find(personId).isPresent()) {
            notices.tellOutside(personId, "erasing-announced", erasingId, values);
        }
        var askedBy = erasing.askedBy();
        if (askedBy != null) {
            notices.tell(
                    askedBy,
                    "erasing-asked",
                    erasingId,
                    Map.of("person", people.name(personId), "until", erasing.backUntil()));
        }
    }

    /** When the last day on which they can come back is over, ISO text. */
    public String backUntil(String erasingId) {
        var erasing = erasings.get(erasingId);
        return days.beginOf(erasing.backUntil().plusDays(1), Objects.requireNonNull(erasing.openPerson()))
                .toString();
    }

    /**
     * Erases the person in all that is kept, at once, unless they are back or something still needs them.
     *
     * @return {@code erased}, {@code back} or {@code needed}
     */
    public String erase(String erasingId) {
        var erasing = erasings.lock(erasingId);
        var personId = erasing.openPerson();
        if (personId == null) {
            return erasing.state() == Erasing.State.ERASED ? "erased" : "back";
        }
        engine.alone();
        if (!known.isLocked(personId) || wereBackSince(erasing, known.find(personId))) {
            erasings.save(erasing.cameBack(days.ofProgramme()));
            return "back";
        }
        var mention = people.mention(personId);
        var records = engine.recordsOf(personId);
        if (mails.areOnTheirWay(personId, mention, records) || engine.isInSomethingRunning(personId, mention)) {
            return "needed";
        }
        var pseudonym = PSEUDONYM + UUID.randomUUID().toString().substring(24);
        var owners = kept.sealedOwners(personId);
        kept.erase(personId, pseudonym);
        texts.erase(personId, owners);
        mails.erase(personId, pseudonym, mention, records);
        engine.erase(personId, pseudonym, mention);
        known.erase(personId, pseudonym);
        erasings.save(erasing.erased(days.ofProgramme()));
        erasings.replace(personId, pseudonym);
        return "erased";
    }

    /** The operator has deleted the case: nobody is erased. */
    @EventListener(condition = "#deleted.process() == 'erase-person'")
    void stop(CaseDeleted deleted) {
        erasings.findById(deleted.subject())
                .filter(erasing -> erasing.openPerson() != null)
                .ifPresent(erasing -> erasings.save(erasing.stopped(days.ofProgramme())));
    }
}

package org.reps.mentoring.training;

import static java.util.Map.entry;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.HttpsAddress;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.training.TrainingDecision.Answer;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One rep's way to become a mentor.
 *
 * @param openRep the rep while it is open, null afterwards; unique in the database, so that nobody is trained twice at
 *     the same time
 * @param nominatedBy user id of the mentor who nominated the rep; null when they came by themself
 * @param state how far the rep has come; stays when the training ends
 * @param motivation why they would like to become a mentor, in their own words; empty until they have said so
 * @param languages ISO 639 codes of the languages they speak
 * @param skills what they can pass on, in the words of the forms
 * @param capacity how many mentees they would like to have at most; null until they are ready
 * @param timeZone IANA name; null until they are ready
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Training(
        @Id String id,
        String repId,
        @Nullable String openRep,
        @Nullable String nominatedBy,
        LocalDate beganOn,
        State state,
        String motivation,
        Set<String> languages,
        Set<String> skills,
        @Nullable Integer capacity,
        @Nullable String timeZone,
        @Nullable LocalDate endedOn,
        Set<TrainingReport> reports,
        Set<TrainingDecision> decisions,
        @Nullable TrainingCall call,
        @Version @Nullable Integer version)
        implements TrainingBuilder.With {

    enum State {
        /** Somebody else thinks that the rep would be a good mentor; the rep has not answered. */
        NOMINATED("nominated"),
        /** The rep would like to become a mentor. */
        WISHED("would like to begin"),
        /** The rep is noted as interested and takes the training. */
        TRAINING("in training"),
        /** The rep has finished the training, and a contact looks at it. */
        REPORTED("training reported"),
        /** The training is accepted, and the on-boarding call is next. */
        ACCEPTED("training accepted"),
        /** The rep has said how they would like to work as a mentor. */
        READY("ready"),
        /** The rep is a mentor. */
        MENTOR("mentor");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As people read it. */
        String words() {
            return words;
        }
    }

    // --- what may follow what, as long as the training is open

    private static final Move<State> WISH = Move.to(State.WISHED, State.NOMINATED);
    private static final Move<State> BEGIN = Move.to(State.TRAINING, State.WISHED);
    private static final Move<State> REPORT = Move.to(State.REPORTED, State.TRAINING);
    private static final Move<State> CALL = Move.within(State.ACCEPTED);
    private static final Move<State> SET_UP = Move.to(State.READY, State.ACCEPTED);
    private static final Move<State> REGISTER = Move.to(State.MENTOR, State.READY);
    private static final Move<State> CLOSE =
            Move.within(State.NOMINATED, State.WISHED, State.TRAINING, State.REPORTED, State.ACCEPTED, State.READY);

    private static final Map<Answer, Move<State>> DECIDE = Map.ofEntries(
            entry(Answer.WAIVE, Move.within(State.WISHED)),
            entry(Answer.NOT_YET, Move.within(State.WISHED)),
            entry(Answer.GO_ON, Move.within(State.TRAINING)),
            entry(Answer.CLOSE, Move.within(State.TRAINING)),
            entry(Answer.ACCEPT, Move.to(State.ACCEPTED, State.REPORTED)),
            entry(Answer.MORE, Move.to(State.TRAINING, State.REPORTED)),
            entry(Answer.REFUSE, Move.within(State.REPORTED)),
            entry(Answer.DROP, Move.within(State.ACCEPTED)));

    // --- how it goes

    static Training wished(
            String repId,
            String motivation,
            @Nullable Collection<String> languages,
            @Nullable Collection<String> skills,
            LocalDate on) {
        return begin(repId, null, on).wishing(motivation, languages, skills);
    }

    static Training nominated(String repId, String nominatedBy, LocalDate on) {
        return begin(repId, nominatedBy, on);
    }

    private static Training begin(String repId, @Nullable String nominatedBy, LocalDate on) {
        return TrainingBuilder.builder()
                .id(UUID.randomUUID().toString())
                .repId(repId)
                .openRep(repId)
                .nominatedBy(nominatedBy)
                .beganOn(on)
                .state(State.NOMINATED)
                .motivation("")
                .languages(Set.of())
                .skills(Set.of())
                .reports(Set.of())
                .decisions(Set.of())
                .build();
    }

    /** The rep would like to become a mentor. */
    Training wishing(String motivation, @Nullable Collection<String> languages, @Nullable Collection<String> skills) {
        var next = after(WISH);
        return with(it -> it.state(next)
                .motivation(motivation)
                .languages(chosen(languages))
                .skills(chosen(skills)));
    }

    Training begun() {
        return withState(after(BEGIN));
    }

    /**
     * What the rep says of the training they have finished.
     *
     * @param practiceOn null when they took part in no practice week
     * @param theirToday the day it is where the rep lives
     * @param on the programme's day
     * @throws Refusal when the training was closed, the certificate is nowhere safe, or a day is still to come
     */
    Training reported(
            LocalDate finishedOn,
            String certificate,
            String narrative,
            @Nullable LocalDate practiceOn,
            LocalDate theirToday,
            LocalDate on) {
        requireGoingOn();
        if (!HttpsAddress.is(certificate)) {
            throw Refusal.at(
                    "certificate",
                    "Link to your certificate",
                    "please give an address that begins with https://,"
                            + " for example https://example.org/my-certificate.");
        }
        Days.come("finishedOn", "Finished on", finishedOn, theirToday);
        if (practiceOn != null) {
            Days.come("practiceOn", "Practice week", practiceOn, theirToday);
        }
        var next = after(REPORT);
        var all = new HashSet<>(reports);
        all.add(new TrainingReport(reports.size() + 1, finishedOn, certificate, narrative, practiceOn, on));
        return with(it -> it.state(next).reports(all));
    }

    /** Makes sure that the rep is still in training, and nobody has just decided to close it. */
    void requireGoingOn() {
        var isClosing =
                lastDecision().filter(last -> last.answer() == Answer.CLOSE).isPresent();
        if (isClosing || !isOpen() || !REPORT.from().contains(state)) {
            throw new AnsweredAlready("Your training was closed a moment ago. Please refresh your task list.");
        }
    }

    /** The training with one more decision; some of them bring the rep further, or back to the training. */
    Training decided(Answer answer, String decidedBy, LocalDate on, String text) {
        var next = after(Objects.requireNonNull(DECIDE.get(answer)));
        var all = new HashSet<>(decisions);
        all.add(new TrainingDecision(decisions.size() + 1, answer, decidedBy, on, text));
        return with(it -> it.state(next).decisions(all));
    }

    /** Arranges the on-boarding call, or moves it. */
    Training arranged(Instant startsAt, String place, String hostId) {
        return calling(TrainingCall.at(startsAt, place, hostId, call));
    }

    /**
     * Moves the call that somebody has before their eyes; the same contact holds it.
     *
     * @param timesMoved how often it had been moved when they looked at it
     * @throws AnsweredAlready when it was moved since, or is off
     */
    Training callMoved(int timesMoved, Instant startsAt, String place) {
        var before = arrangedCall();
        if (before.sequence() != timesMoved) {
            throw new AnsweredAlready("This call was moved or called off a moment ago."
                    + " Please look at your mails and refresh your task list.");
        }
        return arranged(startsAt, place, before.hostId());
    }

    /**
     * The call was held.
     *
     * @param theirToday the day it is where the rep lives
     * @throws Refusal when that day is still to come or lies before the training
     */
    Training callHeld(LocalDate on, LocalDate theirToday) {
        Days.come("heldOn", "Held on", on, theirToday);
        if (on.isBefore(beganOn.minusDays(1))) {
            throw Refusal.at("heldOn", "Held on", "please check the day; the training began later.");
        }
        return calling(arrangedCall().held(on));
    }

    /** The rep did not come to the call. */
    Training callMissed() {
        return calling(arrangedCall().missedByRep());
    }

    private Training calling(TrainingCall call) {
        var next = after(CALL);
        return with(it -> it.state(next).call(call));
    }

    /**
     * The rep says how they would like to work as a mentor.
     *
     * @param capacity how many mentees they would like to have at most
     * @param most how many a mentor has at most
     * @throws Refusal when they would like none, or more than that
     */
    Training ready(
            int capacity,
            int most,
            @Nullable Collection<String> languages,
            @Nullable Collection<String> skills,
            String timeZone) {
        if (capacity < 1 || capacity > most) {
            throw Refusal.at("capacity", "How many mentees", "please give a number from 1 to " + most + ".");
        }
        var next = after(SET_UP);
        return with(it -> it.state(next)
                .capacity(capacity)
                .languages(chosen(languages))
                .skills(chosen(skills))
                .timeZone(timeZone));
    }

    Training registered(LocalDate on) {
        return ended(after(REGISTER), on);
    }

    /** The end of a training after which the rep is no mentor; how far they had come stays. */
    Training closed(LocalDate on) {
        return ended(after(CLOSE), on);
    }

    private Training ended(State last, LocalDate on) {
        return with(it -> it.openRep(null).state(last).endedOn(on));
    }

    private static Set<String> chosen(@Nullable Collection<String> some) {
        return some == null ? Set.of() : new HashSet<>(some);
    }

    private State after(Move<State> move) {
        if (!isOpen()) {
            throw new AnsweredAlready();
        }
        return move.after(state);
    }

    // --- what is known of it

    boolean isOpen() {
        return openRep != null;
    }

    /** Who cannot decide about it: the rep, and who nominated them. */
    List<String> partOfIt() {
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>(
                Stream.of(repId, nominatedBy).filter(Objects::nonNull).toList());
    }

    /** Under which the texts of a training are sealed. */
    static String owner(String trainingId) {
        return "training:" + trainingId;
    }

    Optional<TrainingReport> lastReport() {
        return reports.stream().max(Comparator.comparing(TrainingReport::place));
    }

    Optional<TrainingDecision> lastDecision() {
        return decisions.stream().max(Comparator.comparing(TrainingDecision::place));
    }

    /** The on-boarding call, where it is known that one was arranged. */
    TrainingCall arrangedCall() {
        return Objects.requireNonNull(call);
    }
}

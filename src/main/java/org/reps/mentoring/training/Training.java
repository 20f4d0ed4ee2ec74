package org.reps.mentoring.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
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

    private static final Move<State> BEGIN = Move.to(State.TRAINING, State.WISHED);

    static Training wished(
            String repId, String motivation, Collection<String> languages, Collection<String> skills, LocalDate on) {
        return begin(repId, null, on).wishing(motivation, languages, skills);
    }

    static Training nominated(String repId, String nominatedBy, LocalDate on) {
        return begin(repId, nominatedBy, on);
    }

    private static Training begin(String repId, @Nullable String nominatedBy, LocalDate on) {
        return new Training(
                UUID.randomUUID().toString(),
                repId,
                repId,
                nominatedBy,
                on,
                State.NOMINATED,
                "",
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                null,
                null);
    }

    /** The rep would like to become a mentor. */
    Training wishing(String motivation, Collection<String> languages, Collection<String> skills) {
        return says(State.WISHED, motivation, languages, skills, capacity, timeZone);
    }

    Training begun() {
        return in(BEGIN.after(state), reports, decisions, call);
    }

    Training reported(
            LocalDate finishedOn,
            String certificate,
            String narrative,
            @Nullable LocalDate practiceOn,
            LocalDate reportedOn) {
        var more = new HashSet<>(reports);
        more.add(new TrainingReport(reports.size() + 1, finishedOn, certificate, narrative, practiceOn, reportedOn));
        return in(State.REPORTED, more, decisions, call);
    }

    /** The training with one more decision; some of them bring the rep further, or back to the training. */
    Training decided(TrainingDecision.Answer answer, String decidedBy, LocalDate on, String text) {
        var more = new HashSet<>(decisions);
        more.add(new TrainingDecision(decisions.size() + 1, answer, decidedBy, on, text));
        var next = switch (answer) {
            case ACCEPT -> State.ACCEPTED;
            case MORE -> State.TRAINING;
            case WAIVE, NOT_YET, GO_ON, CLOSE, REFUSE, DROP -> state;
        };
        return in(next, reports, more, call);
    }

    Training calling(TrainingCall call) {
        return in(state, reports, decisions, call);
    }

    /** The rep says how they would like to work as a mentor. */
    Training ready(int capacity, Collection<String> languages, Collection<String> skills, String timeZone) {
        return says(State.READY, motivation, languages, skills, capacity, timeZone);
    }

    Training registered(LocalDate on) {
        return end(State.MENTOR, on);
    }

    /** The end of a training after which the rep is no mentor. */
    Training closed(LocalDate on) {
        return end(state, on);
    }

    boolean isOpen() {
        return openRep != null;
    }

    Optional<TrainingReport> lastReport() {
        return reports.stream().max(Comparator.comparing(TrainingReport::place));
    }

    Optional<TrainingDecision> lastDecision() {
        return decisions.stream().max(Comparator.comparing(TrainingDecision::place));
    }

    private Training says(
            State state,
            String motivation,
            Collection<String> languages,
            Collection<String> skills,
            @Nullable Integer capacity,
            @Nullable String timeZone) {
        return with(training -> training.state(state)
                .motivation(motivation)
                .languages(new HashSet<>(languages))
                .skills(new HashSet<>(skills))
                .capacity(capacity)
                .timeZone(timeZone));
    }

    private Training in(
            State state, Set<TrainingReport> reports, Set<TrainingDecision> decisions, @Nullable TrainingCall call) {
        return with(training ->
                training.state(state).reports(reports).decisions(decisions).call(call));
    }

    private Training end(State state, LocalDate on) {
        return with(training -> training.openRep(null).state(state).endedOn(on));
    }
}

package org.reps.mentoring.inactivity;

import static java.util.stream.Collectors.toSet;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One time that a mentor is asked whether they are still there.
 *
 * @param openMentor the mentor while the case is open, null afterwards; unique in the database, so that nobody is asked
 *     twice at the same time
 * @param round counts how often the council began to decide; giving more time begins anew
 * @param outcome how it ended, null while the case is open
 * @param reports who or what noticed it, without names
 * @param decisions what council members decided, in all rounds
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Inactivity(
        @Id String id,
        String mentorId,
        @Nullable String openMentor,
        LocalDate beganOn,
        int round,
        @Nullable Outcome outcome,
        @Nullable LocalDate endedOn,
        Set<InactivityReport> reports,
        Set<InactivityDecision> decisions,
        @Version @Nullable Integer version)
        implements InactivityBuilder.With {

    enum State {
        /** The mentor is asked, and answers or does not. */
        ASKING,
        /** It is known what is the matter. */
        SETTLED
    }

    enum Outcome {
        ACTIVE,
        AWAY,
        STEPS_DOWN,
        INACTIVE;

        /** As processes call it, e.g. {@code steps-down}. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final Move<State> REPORT = Move.within(State.ASKING);
    static final Move<State> DECIDE = Move.within(State.ASKING);
    static final Move<State> SETTLE = Move.to(State.SETTLED, State.ASKING);

    static Inactivity begin(String mentorId, InactivityReport.Source source, LocalDate on) {
        var reports = Set.of(InactivityReport.of(source, on));
        return new Inactivity(
                UUID.randomUUID().toString(), mentorId, mentorId, on, 1, null, null, reports, Set.of(), null);
    }

    State state() {
        return outcome == null ? State.ASKING : State.SETTLED;
    }

    Inactivity reported(InactivityReport.Source source, LocalDate on) {
        REPORT.after(state());
        var more = new HashSet<>(reports);
        more.add(InactivityReport.of(source, on));
        return with(inactivity -> inactivity.reports(more));
    }

    /**
     * The case with one more decision; everything but agreement makes the council begin anew.
     *
     * @throws Refusal when this member has agreed in this round already
     */
    Inactivity decided(String memberId, InactivityDecision.Answer answer, LocalDate on) {
        DECIDE.after(state());
        if (agreed().contains(memberId)) {
            throw new Refusal("You have agreed already; somebody else of the council has to decide now.");
        }
        var more = new HashSet<>(decisions);
        more.add(new InactivityDecision(round, memberId, answer, on));
        var next = answer == InactivityDecision.Answer.INACTIVE ? round : round + 1;
        return with(inactivity -> inactivity.round(next).decisions(more));
    }

    /** Who has agreed in this round that the mentor is inactive. */
    Set<String> agreed() {
        return decisions.stream()
                .filter(decision -> decision.round() == round)
                .map(InactivityDecision::memberId)
                .collect(toSet());
    }

    long reports(InactivityReport.Source source) {
        return reports.stream().filter(report -> report.source() == source).count();
    }

    /** How many of the reports people made. */
    long reportsByPeople() {
        return reports.size() - reports(InactivityReport.Source.ROUND);
    }

    Inactivity settled(Outcome outcome, LocalDate on) {
        SETTLE.after(state());
        return with(inactivity -> inactivity.openMentor(null).outcome(outcome).endedOn(on));
    }
}

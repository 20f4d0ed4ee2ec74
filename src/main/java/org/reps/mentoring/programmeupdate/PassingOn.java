package org.reps.mentoring.programmeupdate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentor who is asked to pass news on to their mentees.
 *
 * @param mentees user ids of those whom the mentor guided when they were asked
 * @param answer null as long as they have not answered
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record PassingOn(
        @Id String id,
        String updateId,
        String mentorId,
        Set<String> mentees,
        @Nullable Answer answer,
        @Version @Nullable Integer version)
        implements PassingOnBuilder.With {

    enum State {
        /** The mentor has not answered. */
        ASKED,
        PASSED_ON,
        NOT_RELEVANT
    }

    enum Answer {
        PASSED_ON,
        NOT_RELEVANT
    }

    static final Move<State> PASS_ON = Move.to(State.PASSED_ON, State.ASKED);
    static final Move<State> LEAVE_OUT = Move.to(State.NOT_RELEVANT, State.ASKED);

    static PassingOn asked(String updateId, String mentorId, Set<String> mentees) {
        return new PassingOn(UUID.randomUUID().toString(), updateId, mentorId, mentees, null, null);
    }

    State state() {
        if (answer == null) {
            return State.ASKED;
        }
        return switch (answer) {
            case PASSED_ON -> State.PASSED_ON;
            case NOT_RELEVANT -> State.NOT_RELEVANT;
        };
    }

    PassingOn passedOn() {
        PASS_ON.after(state());
        return with(asked -> asked.answer(Answer.PASSED_ON));
    }

    /** The mentor does not pass it on, because it is nothing for their mentees. */
    PassingOn leftOut() {
        LEAVE_OUT.after(state());
        return with(asked -> asked.answer(Answer.NOT_RELEVANT));
    }
}

package org.reps.mentoring.tasklist;

import java.util.Arrays;
import java.util.List;

/**
 * The tasks that the two people of a mentorship may know of each other: what both have agreed to do anyhow. All others
 * stay between a person and the programme, above all what belongs to a change of mentor, a concern, feedback, a silent
 * mentor or a resignation, and whatever a diagram may get one day.
 */
enum SharedTask {
    ORIENTATION_CALL("Activity_HoldOrientationCall", Doer.MENTOR),
    FIRST_STEPS("Activity_TakeFirstSteps", Doer.MENTEE),
    ORIENTATION_REVIEW("Activity_ReviewOrientation", Doer.MENTOR),
    ARRANGING_THE_MEETING("Activity_ArrangeMeeting", Doer.MENTOR),
    RECORDING_THE_MEETING("Activity_RecordMeeting", Doer.MENTOR),
    CONFIRMING_THE_AGREEMENT("Activity_ConfirmAgreement", Doer.MENTEE),
    CORRECTING_THE_AGREEMENT("Activity_CorrectAgreement", Doer.MENTOR);

    /** Who of the two has the task. */
    enum Doer {
        MENTOR,
        MENTEE
    }

    private final String id;
    private final Doer doer;

    SharedTask(String id, Doer doer) {
        this.id = id;
        this.doer = doer;
    }

    /** Its id in the diagram. */
    String id() {
        return id;
    }

    static List<String> of(Doer doer) {
        return Arrays.stream(values())
                .filter(task -> task.doer == doer)
                .map(SharedTask::id)
                .toList();
    }

    static SharedTask withId(String id) {
        return Arrays.stream(values())
                .filter(task -> task.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}

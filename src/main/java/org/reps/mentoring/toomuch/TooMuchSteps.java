package org.reps.mentoring.toomuch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.absence.MentorAbsenceSteps;
import org.reps.mentoring.engine.cases.TaskAnswered;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/too-much.bpmn} asks of the application, and what makes it less for a mentor who is asked whether
 * they are still there. Expressions hand over an empty text where a form got no answer.
 */
@Component("tooMuch")
@Transactional
public class TooMuchSteps {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final MentorAbsenceSteps absences;
    private final TooMuchProcess process;
    private final ApplicationEventPublisher events;

    TooMuchSteps(
            Mentors mentors,
            Mentorships mentorships,
            MentorAbsenceSteps absences,
            TooMuchProcess process,
            ApplicationEventPublisher events) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.absences = absences;
        this.process = process;
        this.events = events;
    }

    /**
     * Makes sure that what a mentor has said can be done. Whoever says it is there.
     *
     * @param whatHelps {@code fewer} or {@code pause}
     * @param awayUntil last day of the pause, ISO text or empty
     * @throws Refusal when this is no mentor at the moment, when they have said it and not gone on, or they cannot be
     *     away until that day
     */
    public void begin(String mentorId, String whatHelps, String awayUntil) {
        if (mentors.lockRow(mentorId)
                .map(mentors::get)
                .filter(Mentor::isServing)
                .isEmpty()) {
            throw new Refusal("You are not a mentor at the moment, so there is nothing here that could be too much.");
        }
        if (process.isUnderWay(mentorId)) {
            throw new Refusal("You have said so already. Please go on with the task \"Say how many are enough\" in your"
                    + " list.");
        }
        if (Choice.is(whatHelps, "pause", "fewer")) {
            absences.check(mentorId, LocalDate.parse(awayUntil));
        }
        events.publishEvent(new TaskAnswered(mentorId, "Event_TooMuchSaid"));
    }

    /**
     * The mentor is away from today until that day, which is a case of its own.
     *
     * @param awayUntil last day, ISO text
     */
    public void pause(String mentorId, String awayUntil) {
        absences.start(mentorId, LocalDate.parse(awayUntil));
    }

    /**
     * Keeps how many mentees the mentor wants to have at most from now on.
     *
     * @param handOver user ids of mentees who are to get another mentor
     * @return the mentees who are to get another mentor
     * @throws Refusal when this would not make it less
     */
    public List<String> less(String mentorId, int newCapacity, @Nullable Collection<String> handOver) {
        mentors.change(mentorId, mentor -> mentor.needingLess(newCapacity, handOver != null && !handOver.isEmpty()));
        // A class that can be read back: the engine stores its name with the variable.
        return handOver == null ? new ArrayList<>() : new ArrayList<>(handOver);
    }

    /** Those of the chosen mentees whom the mentor still guides. */
    @Transactional(readOnly = true)
    public List<String> handedOver(String mentorId, Collection<String> handOver) {
        return mentorships.menteesOf(mentorId).stream()
                .filter(handOver::contains)
                .toList();
    }
}

package org.reps.mentoring.mymentorship;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.engine.cases.StartableProcesses.Startable;
import org.reps.mentoring.mentor.Mentor;

/**
 * What makes sense for somebody to start now, of all that they may start. It is decided by what they know themselves:
 * whether somebody else has begun a change of mentor for them does not count, because a choice that is missing would
 * give it away.
 *
 * @param rep whether they are a rep, and not only in the council
 * @param contact whether they look after other people's mentorships
 * @param hasMentor whether they have a mentor
 * @param mentor what they are as a mentor, null when they are none
 * @param running keys of the processes in which they have a case of their own already
 */
record Starts(
        boolean rep,
        boolean contact,
        boolean hasMentor,
        @Nullable Mentor mentor,
        Set<String> running) {

    /** Whom a start is about. */
    enum For {
        ONESELF,
        SOMEBODY_ELSE
    }

    List<Start> among(List<Startable> mayStart, Now now) {
        return mayStart.stream()
                .flatMap(
                        process -> about(process.process(), now)
                                .map(whom -> new Start(process.process(), process.name(), whom))
                                .stream())
                .toList();
    }

    /**
     * With what whoever this is could ask for a mentor of their choice: a key of these. A contact who has none themself
     * and wants none asks for a rep.
     */
    Optional<Start> toAskForMentor(List<Startable> mayStart, Now now) {
        var wanted = hasMentor ? "mentor-change" : "rep-onboarding";
        return among(mayStart, now).stream()
                .filter(start -> start.process().equals(wanted) && (start.whom() == For.ONESELF || !rep))
                .findFirst();
    }

    /** Whether whoever this is could ask a mentor for a session. */
    boolean mayAskForSession(List<Startable> mayStart, Now now) {
        return among(mayStart, now).stream().anyMatch(start -> start.process().equals("ask-a-mentor"));
    }

    private Optional<For> about(String process, Now now) {
        return switch (process) {
            case "rep-onboarding" ->
                oneselfIf(rep && !hasMentor && isNew(process) && stays()).or(this::othersForContacts);
            case "mentor-change" ->
                oneselfIf(hasMentor && isNew(process) && stays()).or(this::othersForContacts);
            case "coaching-training" ->
                // Mentors nominate others with it.
                mentor != null ? Optional.of(For.SOMEBODY_ELSE) : oneselfIf(rep && isNew(process) && stays());
            case "mentor-resignation" -> oneselfIf(mentor != null && !mentor.isResigning() && isNew(process));
            case "too-much" ->
                oneselfIf(mentor != null && mentor.isServing() && !mentor.isResigning() && isNew(process));
            case "mentor-absence" -> oneselfIf(mentor != null && mentor.isActiveAt(now) && isNew(process));
            case "leave-programme" -> oneselfIf(rep && isNew(process)).or(this::othersForContacts);
            case "ask-a-mentor" -> oneselfIf(rep && stays());
            case "how-we-keep-in-touch" -> oneselfIf(hasMentor || mentor != null);
            case "welcome-back", "erase-person", "mentor-inactivity", "programme-update", "mentors-call" ->
                Optional.of(For.SOMEBODY_ELSE);
            default -> Optional.of(For.ONESELF);
        };
    }

    private boolean isNew(String process) {
        return !running.contains(process);
    }

    /** For whoever leaves nothing begins any more that would end with their last day. */
    private boolean stays() {
        return isNew("leave-programme");
    }

    private Optional<For> othersForContacts() {
        return contact ? Optional.of(For.SOMEBODY_ELSE) : Optional.empty();
    }

    private static Optional<For> oneselfIf(boolean sensible) {
        return sensible ? Optional.of(For.ONESELF) : Optional.empty();
    }
}

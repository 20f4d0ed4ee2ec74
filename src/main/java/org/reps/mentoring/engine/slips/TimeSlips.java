package org.reps.mentoring.engine.slips;

import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.reps.mentoring.engine.written.Juel;
import org.reps.mentoring.engine.written.Model;
import org.w3c.dom.Element;

/** Times that the engine could not read when they are needed. */
final class TimeSlips {

    private static final String EXAMPLES = "for example P7D for seven days, PT2H for two hours, R3/P14D for three"
            + " times every two weeks, or 2027-01-31T09:00:00Z for a moment";

    private static final Set<String> DUE = Set.of("dueDate", "followUpDate");

    /** How long the engine waits before it tries again, one after the other. */
    private static final String RETRIES = "retries";

    private final Findings findings;

    TimeSlips(Findings findings) {
        this.findings = findings;
    }

    void find(Model diagram) {
        diagram.elements("timeDuration", "timeDate", "timeCycle").forEach(this::findInTimer);
        diagram.elements("userTask")
                .forEach(task -> DUE.stream()
                        .flatMap(name -> Model.value(task, name).stream())
                        .forEach(due -> findIn(task, due, "dueDate", "is due")));
        diagram.elements("failedJobRetryTimeCycle")
                .forEach(retry -> findIn(retry, retry.getTextContent(), RETRIES, "is tried again"));
    }

    private void findInTimer(Element timer) {
        var text = timer.getTextContent();
        if (text.isBlank()) {
            findings.fault(timer, "waits for a time and does not say which. Please write it, " + EXAMPLES + ".");
        } else {
            findIn(timer, text, timer.getLocalName(), "waits");
        }
    }

    private void findIn(Element element, String text, String kind, String what) {
        if (!Juel.isIn(text) && !isReadable(text.strip(), kind)) {
            findings.fault(
                    element,
                    what + " \"" + text.strip() + "\", which is no time that is understood here. Please write it as "
                            + EXAMPLES + ", or as an expression.");
        }
    }

    private static boolean isReadable(String text, String kind) {
        var someDay = new Date(0);
        try {
            var found = switch (kind) {
                case "timeDuration" -> new DurationBusinessCalendar().resolveDuedate(text, someDay);
                case RETRIES ->
                    text.startsWith("R")
                            ? new CycleBusinessCalendar().resolveDuedate(text, someDay)
                            : Stream.of(text.split(","))
                                    .map(wait -> new DurationBusinessCalendar().resolveDuedate(wait.strip(), someDay))
                                    .reduce((one, other) -> other)
                                    .orElse(null);
                case "timeCycle" -> new CycleBusinessCalendar().resolveDuedate(text, someDay);
                default -> new DueDateBusinessCalendar().resolveDuedate(text, someDay);
            };
            return found != null;
        } catch (ProcessEngineException | IllegalArgumentException | NullPointerException unreadable) {
            return false;
        }
    }
}

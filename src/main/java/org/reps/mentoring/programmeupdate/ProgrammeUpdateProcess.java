package org.reps.mentoring.programmeupdate;

import java.time.Period;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.reps.mentoring.calendar.Days;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/programme-update.bpmn} for news that somebody has written elsewhere. */
@Component
public class ProgrammeUpdateProcess {

    private final RuntimeService runtime;
    private final Days days;

    ProgrammeUpdateProcess(RuntimeService runtime, Days days) {
        this.runtime = runtime;
        this.days = days;
    }

    /** @param time in which mentors can pass it on */
    public void start(String authorId, String title, String text, Period time) {
        runtime.startProcessInstanceByKey(
                "programme-update",
                Variables.createVariables()
                        .putValue("authorId", authorId)
                        // As a form hands them over: no text becomes a variable.
                        .putValueTyped("newsTitle", Variables.stringValue(title, true))
                        .putValueTyped("newsText", Variables.stringValue(text, true))
                        .putValueTyped("newsLink", Variables.stringValue("", true))
                        .putValueTyped(
                                "passOnUntil",
                                Variables.stringValue(
                                        days.todayOf(authorId).plus(time).toString(), true)));
    }
}

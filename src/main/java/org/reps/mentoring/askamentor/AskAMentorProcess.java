package org.reps.mentoring.askamentor;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.reps.mentoring.leaving.HasLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells {@code bpmn/ask-a-mentor.bpmn} that one of the two has left, and asks {@code bpmn/session-mentor.dmn}. */
@Component
class AskAMentorProcess {

    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final CoachingSessions sessions;

    AskAMentorProcess(RuntimeService runtime, DecisionService decisions, CoachingSessions sessions) {
        this.runtime = runtime;
        this.decisions = decisions;
        this.sessions = sessions;
    }

    /** Whether a mentor of whom this is true may be asked for a session. */
    boolean mayBeAsked(Facts facts) {
        Boolean answer = decisions
                .evaluateDecisionTableByKey("session-mentor")
                .variables(Variables.createVariables()
                        .putValue("serving", facts.serving())
                        .putValue("away", facts.away())
                        .putValue("silent", facts.silent())
                        .putValue("apart", facts.apart())
                        .putValue("askedBefore", facts.askedBefore())
                        .putValue("room", facts.room())
                        .putValue("byName", facts.byName())
                        .putValue("hasSkill", facts.hasSkill())
                        .putValue("canTalk", facts.canTalk()))
                .evaluate()
                .getSingleEntry();
        return Boolean.TRUE.equals(answer);
    }

    @EventListener
    void left(HasLeft left) {
        sessions.underWay(left.personId())
                .forEach(session -> runtime.createMessageCorrelation("session-off")
                        .processInstanceBusinessKey(session)
                        .correlateAll());
    }

    /**
     * What is known of a mentor, before somebody asks them.
     *
     * @param serving whether the programme counts on them, and they are not stepping down
     * @param silent whether they are being asked if they are still there
     * @param apart whether they are the rep themself, guide them now, or did until the rep wished another mentor
     * @param askedBefore whether they have said no to the same lately
     * @param room how many more sessions they give this month
     * @param byName whether the rep asks for them, and not for whoever can
     * @param canTalk whether both speak a language, as far as it is known
     */
    record Facts(
            boolean serving,
            boolean away,
            boolean silent,
            boolean apart,
            boolean askedBefore,
            int room,
            boolean byName,
            boolean hasSkill,
            boolean canTalk) {}
}

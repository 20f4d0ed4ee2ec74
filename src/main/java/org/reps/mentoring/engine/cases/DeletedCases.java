package org.reps.mentoring.engine.cases;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Announces inside the application that a case was deleted in Cockpit, so that what the programme keeps of it does not
 * stay open for ever.
 */
@Component
class DeletedCases extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;

    DeletedCases(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                EngineStart.and(configuration.getCustomPostBPMNParseListeners(), new Announcing()));
    }

    private final class Announcing extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            var key = process.getKey();
            ExecutionListener announce = execution -> {
                if (execution.isCanceled() && execution.getProcessBusinessKey() != null) {
                    events.publishEvent(new CaseDeleted(key, execution.getProcessBusinessKey()));
                }
            };
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, announce);
            endWhatIsLeft(process);
        }
    }

    /**
     * A case that waits behind a task with a timer, or one of several people, is taken by the engine for one that is
     * still in this task, and deleted without coming to an end: nobody would hear of it, and its history and what was
     * told in it would be kept for ever. A case waits there when the step after the task has failed, which is what
     * cases are deleted for.
     */
    private static void endWhatIsLeft(ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            if (activity.isScope() && activity.isAsyncAfter()) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
                    var place = (PvmExecutionImpl) execution;
                    if (place.isScope() && isBeingDeleted(place) && depthOf(place) < depthOf(activity)) {
                        goOnAround(place);
                    }
                });
            }
            endWhatIsLeft(activity);
        }
    }

    /** The engine ends what is around a task that has not begun, and so has no instance of its own. */
    private static void goOnAround(PvmExecutionImpl place) {
        var around = place.getParent();
        if (around != null) {
            // It may have left its instance, for that of the task, already.
            around.setActivityInstanceId(place.getActivityInstanceId());
        }
        place.setActivityInstanceId(null);
    }

    private static boolean isBeingDeleted(@Nullable PvmExecutionImpl place) {
        return place != null && (place.isDeleteRoot() || isBeingDeleted(place.getParent()));
    }

    /** In how many scopes it is, itself among them. */
    private static int depthOf(@Nullable PvmExecutionImpl place) {
        return place == null ? 0 : (place.isScope() ? 1 : 0) + depthOf(place.getParent());
    }

    private static int depthOf(@Nullable ScopeImpl scope) {
        return scope == null ? 0 : 1 + depthOf(scope.getFlowScope());
    }
}

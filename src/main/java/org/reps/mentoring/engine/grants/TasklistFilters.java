package org.reps.mentoring.engine.grants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The task lists everybody finds in Tasklist; brought up to date at every start, and the council's with whatever is
 * deployed ({@link Authorizations}).
 */
@Component
@Order(EngineStart.FILTERS)
class TasklistFilters extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var tasks = engine.getTaskService();
        var everybody = List.of(Group.REPS, Group.COUNCIL);
        share(
                engine,
                "My tasks",
                "What is waiting for you.",
                10,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                everybody);
        share(
                engine,
                "Tasks I can take",
                "What you or somebody else could do. Claim a task to make it yours.",
                30,
                tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"),
                List.of(Group.MENTORS, Group.COUNCIL));
        share(
                engine,
                "Overdue",
                "What should have been done by now.",
                40,
                tasks.createTaskQuery()
                        .dueBeforeExpression("${now()}")
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateUserExpression("${currentUser()}")
                        .endOr(),
                everybody);
    }

    /** @param tasks ids of the user tasks whose diagrams say that they are for the council */
    static void shareCouncilQueue(ProcessEngine engine, Set<String> tasks) {
        share(
                engine,
                "Council queue",
                "What waits for you or somebody else of the council. Claim a task to make it yours.",
                20,
                engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        // Of no names at all the engine would take any for right.
                        .taskDefinitionKeyIn(tasks.isEmpty() ? new String[] {""} : tasks.toArray(String[]::new)),
                List.of(Group.COUNCIL));
    }

    private static void share(
            ProcessEngine engine, String name, String description, int priority, TaskQuery query, List<Group> groups) {
        var filters = engine.getFilterService();
        var filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        // The one with the lowest number is open after the login.
        filter.setProperties(Map.of("description", description, "priority", priority, "refresh", true));
        filter.setQuery(query);
        filters.saveFilter(filter);
        for (var group : groups) {
            Authorizations.grant(
                    engine.getAuthorizationService(),
                    group,
                    Resources.FILTER,
                    filter.getId(),
                    Set.of(Permissions.READ));
        }
    }
}

package org.reps.mentoring.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The task lists everybody finds in Tasklist; brought up to date at every start. */
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
                20,
                tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"),
                List.of(Group.MENTORS, Group.COUNCIL));
        share(
                engine,
                "Council queue",
                "What waits for you or somebody else of the council. Claim a task to make it yours.",
                30,
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .taskDefinitionKeyIn(councilTasks(engine.getRepositoryService())),
                List.of(Group.COUNCIL));
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

    private static void share(
            ProcessEngine engine, String name, String description, int priority, TaskQuery query, List<Group> groups) {
        var filters = engine.getFilterService();
        var filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
            filter.setProperties(Map.of("description", description, "priority", priority, "refresh", true));
        }
        filter.setQuery(query);
        filters.saveFilter(filter);
        for (var group : groups) {
            Authorizations.grant(
                    engine.getAuthorizationService(), group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    /** The user tasks whose diagram gives them to the council or computes which of its members may take them. */
    private static String[] councilTasks(RepositoryService repository) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process ->
                        repository
                                .getBpmnModelInstance(process.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .filter(TasklistFilters::isForTheCouncil)
                .map(UserTask::getId)
                .distinct()
                .toArray(String[]::new);
    }

    private static boolean isForTheCouncil(UserTask task) {
        var groups = task.getCamundaCandidateGroupsList();
        var users = Objects.requireNonNullElse(task.getCamundaCandidateUsers(), "");
        return groups.contains(Group.COUNCIL.id())
                || groups.contains(Group.CONTACTS.id())
                || users.startsWith("${council.");
    }
}

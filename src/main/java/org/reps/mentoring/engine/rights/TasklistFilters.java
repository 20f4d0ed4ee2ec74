package org.reps.mentoring.engine.rights;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.people.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The task lists everybody finds in Tasklist; brought up to date at every start. */
@Component
@Order(EngineStart.FILTERS)
public class TasklistFilters extends AbstractProcessEnginePlugin {

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
                "Council queue",
                "What waits for you or somebody else of the council. Claim a task to make it yours.",
                20,
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .taskDefinitionKeyIn(councilTasks(engine.getRepositoryService())),
                List.of(Group.COUNCIL));
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
                    engine.getAuthorizationService(), group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    /** The user tasks whose diagram gives them to the council or computes which of its members may take them. */
    public static String[] councilTasks(RepositoryService repository) {
        return userTasks(repository, TasklistFilters::isForTheCouncil);
    }

    /** The ids of the user tasks, in the newest version of each diagram, for which this holds. */
    public static String[] userTasks(RepositoryService repository, Predicate<TaskDefinition> wanted) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(process -> (ProcessDefinitionEntity)
                        ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(process.getId()))
                .flatMap(process -> process.getTaskDefinitions().values().stream())
                .filter(wanted)
                .map(TaskDefinition::getKey)
                .distinct()
                .toArray(String[]::new);
    }

    /** Whether the diagram gives this task to the council, or computes which of its members may take it. */
    public static boolean isForTheCouncil(TaskDefinition task) {
        return Stream.of(task.getCandidateGroupIdExpressions(), task.getCandidateUserIdExpressions())
                .flatMap(Set::stream)
                .map(Expression::getExpressionText)
                .anyMatch(candidates -> candidates.equals(Group.COUNCIL.id())
                        || candidates.equals(Group.CONTACTS.id())
                        || candidates.equals("${contactIds}")
                        || candidates.equals("${memberIds}")
                        || candidates.startsWith("${council."));
    }
}

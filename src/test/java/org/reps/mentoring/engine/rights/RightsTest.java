package org.reps.mentoring.engine.rights;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.farewell.WhenLeft;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do and see what, as the diagrams say it: what is granted, and the page that people read. */
class RightsTest extends ProgrammeTest {

    private static final Path PAGE = Path.of("docs", "rights.md");

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Rights rights;

    @Test
    void a_group_is_granted_this_and_nothing_else() {
        var granted = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .listPage(0, 10_000)
                .stream()
                .filter(grant ->
                        Group.withId(String.valueOf(grant.getGroupId())).isPresent())
                // To itself, by the engine, and to lists of tasks.
                .filter(grant -> grant.getResourceType() != Resources.GROUP.resourceType()
                        && grant.getResourceType() != Resources.FILTER.resourceType())
                .map(RightsTest::line)
                .sorted()
                .collect(joining("\n"));

        assertThat(granted).isEqualTo("""
                        analysts: application cockpit ACCESS
                        analysts: decision keep-in-touch-rhythm READ
                        analysts: decision mentor-change-route READ
                        analysts: decision mentor-suggestion READ
                        analysts: decision session-mentor READ
                        analysts: deployment * CREATE
                        analysts: process call-for-mentors READ
                        analysts: process coaching-training READ
                        analysts: process daily-round READ
                        analysts: process first-call READ
                        analysts: process leave-programme READ
                        analysts: process make-a-suggestion READ
                        analysts: process mentor-absence READ
                        analysts: process mentor-inactivity READ
                        analysts: process mentor-matching READ
                        analysts: process mentor-resignation READ
                        analysts: process mentors-call READ
                        analysts: process programme-update READ
                        analysts: process recognise-somebody READ
                        analysts: process rep-onboarding READ
                        analysts: process send-mail READ
                        analysts: process tell-person READ
                        analysts: process too-much READ
                        analysts: process unreachable-person READ
                        analysts: process welcome-back READ
                        analysts: process yearly-check-in READ
                        contacts: case * CREATE
                        contacts: process erase-person CREATE_INSTANCE READ
                        contacts: process leave-programme CREATE_INSTANCE READ
                        contacts: process mentor-change CREATE_INSTANCE READ
                        contacts: process mentor-inactivity CREATE_INSTANCE READ
                        contacts: process mentors-call CREATE_INSTANCE READ
                        contacts: process rep-onboarding CREATE_INSTANCE READ
                        contacts: process welcome-back CREATE_INSTANCE READ
                        council: application cockpit ACCESS
                        council: application tasklist ACCESS
                        council: case * CREATE
                        council: decision keep-in-touch-rhythm READ
                        council: decision mentor-change-route READ
                        council: decision mentor-suggestion READ
                        council: decision session-mentor READ
                        council: process after-orientation READ
                        council: process call-for-mentors READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process coaching-training READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process daily-round READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process first-call READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process keep-in-touch READ
                        council: process leave-programme READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mail-settings CREATE_INSTANCE READ
                        council: process make-a-suggestion CREATE_INSTANCE READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mentor-absence READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mentor-change READ
                        council: process mentor-inactivity READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mentor-matching READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mentor-resignation READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process mentors-call READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process my-profile CREATE_INSTANCE READ
                        council: process programme-update CREATE_INSTANCE READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process raise-concern CREATE_INSTANCE READ
                        council: process recognise-somebody CREATE_INSTANCE READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process rep-onboarding READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process send-mail READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process tell-person READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process too-much READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process unreachable-person READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process welcome-back READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        council: process yearly-check-in READ READ_INSTANCE READ_TASK RETRY_JOB TASK_ASSIGN UPDATE_INSTANCE
                        mentors: case * CREATE
                        mentors: process mentor-absence CREATE_INSTANCE READ
                        mentors: process mentor-resignation CREATE_INSTANCE READ
                        mentors: process too-much CREATE_INSTANCE READ
                        reps: application tasklist ACCESS
                        reps: case * CREATE
                        reps: process after-orientation READ
                        reps: process ask-a-mentor CREATE_INSTANCE READ
                        reps: process coaching-training CREATE_INSTANCE READ
                        reps: process first-call READ
                        reps: process how-we-keep-in-touch CREATE_INSTANCE READ
                        reps: process keep-in-touch READ
                        reps: process leave-programme CREATE_INSTANCE READ
                        reps: process mail-settings CREATE_INSTANCE READ
                        reps: process make-a-suggestion CREATE_INSTANCE READ
                        reps: process mentor-change CREATE_INSTANCE READ
                        reps: process mentor-inactivity READ
                        reps: process mentor-matching READ
                        reps: process mentor-resignation READ
                        reps: process my-profile CREATE_INSTANCE READ
                        reps: process programme-update READ
                        reps: process raise-concern CREATE_INSTANCE READ
                        reps: process recognise-somebody CREATE_INSTANCE READ
                        reps: process rep-onboarding CREATE_INSTANCE READ
                        reps: process yearly-check-in READ
                        reps: process yearly-feedback READ""");
    }

    private static String line(Authorization grant) {
        var permissions = switch (Stream.of(Resources.values())
                .filter(resource -> resource.resourceType() == grant.getResourceType())
                .findFirst()
                .orElseThrow()) {
            case PROCESS_DEFINITION ->
                "process " + grant.getResourceId() + names(grant, ProcessDefinitionPermissions.values());
            case PROCESS_INSTANCE ->
                "case " + grant.getResourceId() + names(grant, Permissions.CREATE, Permissions.READ);
            case APPLICATION -> "application " + grant.getResourceId() + names(grant, Permissions.ACCESS);
            case DEPLOYMENT ->
                "deployment " + grant.getResourceId() + names(grant, Permissions.CREATE, Permissions.READ);
            case DECISION_DEFINITION ->
                "decision " + grant.getResourceId() + names(grant, Permissions.READ, Permissions.CREATE_INSTANCE);
            default -> grant.toString();
        };
        return grant.getGroupId() + ": " + permissions;
    }

    private static String names(Authorization grant, Permission... permissions) {
        return Arrays.stream(permissions)
                .filter(permission -> permission.getValue() != Permissions.NONE.getValue()
                        && permission.getValue() != Permissions.ALL.getValue()
                        && grant.isPermissionGranted(permission))
                .map(permission -> " " + permission.getName())
                .sorted()
                .collect(joining());
    }

    /** Whoever changes a diagram finds the new page in {@code target/rights.md}, to be looked at and put into docs. */
    @Test
    void the_page_says_what_the_diagrams_say() throws IOException {
        var page = page();
        Files.writeString(Path.of("target", "rights.md"), page);

        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private String page() {
        var said = new TreeMap<>(rights.inForce());
        var drawn = Diagram.all().collect(toMap(Diagram::name, diagram -> diagram));
        // Another test may have deployed something else.
        said.keySet().retainAll(drawn.keySet());
        assertThat(said).containsOnlyKeys(drawn.keySet());
        return """
                # Who may do and see what

                This is what the diagrams in `bpmn` say, in their words (README, *Change something*). `RightsTest` compares: whoever
                changes a diagram finds the new page in `target/rights.md`.

                ## Who starts a process, and who sees its cases

                Who is part of a case does not see it in the council (`partOfIt`).

                | process | who starts it | who sees its cases | who knows its diagram besides | tasks of a mentor who is away | cases about somebody who has left | who is part of a case |
                |---|---|---|---|---|---|---|
                """
                + said.entrySet().stream()
                        .map(process -> row(
                                "`" + process.getKey() + "`",
                                groups(process.getValue().starters()),
                                process.getValue().seenByCouncil()
                                        ? "council"
                                        : process.getValue().seenWhenCalledBy().isEmpty()
                                                ? "nobody"
                                                : "nobody; council where `"
                                                        + String.join(
                                                                "`, `",
                                                                process.getValue()
                                                                        .seenWhenCalledBy())
                                                        + "` calls it",
                                groups(process.getValue().knownTo()),
                                process.getValue().tasks().isEmpty()
                                        ? "–"
                                        : process.getValue().waitsWhileAway() ? "wait" : "go on",
                                WhenLeft.goesOn(drawn.get(process.getKey()).model()) ? "go on" : "end",
                                process.getValue().partOfIt().words().isEmpty()
                                        ? "nobody"
                                        : String.join(
                                                ", ",
                                                process.getValue().partOfIt().words())))
                        .collect(joining())
                + """

                Analysts see the diagrams of the processes whose cases the council sees. Council and analysts read the decision tables.

                ## Tasks that are the council's

                They stand in the council's queue. What nobody has taken for the time of `mentoring.rules.council-answer` after it was
                due is offered to more people, and urgent. Where no contact is left who is no part of it, it is for the others in the
                council at once. `stays`: all who may decide are asked already, or nobody else may.

                | process | task | whom it is offered to | when it is overdue |
                |---|---|---|---|
                """
                + tasks(said, drawn, TaskRights::forCouncil)
                        .map(task -> row(
                                "`" + task.process() + "`",
                                task.name(),
                                words(task.drawn().getCamundaCandidateUsers()),
                                task.said().escalates() ? words(task.said().whenOverdue()) : "stays"))
                        .collect(joining())
                + """

                ## What mentor and mentee see of each other

                | process | task | who sees that it waits for the other one |
                |---|---|---|
                """
                + tasks(said, drawn, task -> task.seenBy() != null)
                        .map(task -> row(
                                "`" + task.process() + "`",
                                task.name(),
                                task.said().seenBy().id()))
                        .collect(joining())
                + """

                ## What stands on somebody's own page

                Where a case stands, for those who find it on their page; of a pair, each of the two.

                | process | on whose page | the stages |
                |---|---|---|
                """
                + drawn.values().stream()
                        .filter(diagram ->
                                !diagram.says(diagram.process(), "shownTo").isEmpty())
                        .sorted(Comparator.comparing(Diagram::name))
                        .map(diagram -> row(
                                "`" + diagram.name() + "`",
                                diagram.says(diagram.process(), "shownTo"),
                                diagram.says(diagram.process(), "stages").replace(", ", " → ")))
                        .collect(joining())
                + """

                Who is awaited is said to those whose own case it is, and not to a pair, each of whom sees what the table above says.

                | process | task | whom it is said to wait for |
                |---|---|---|
                """
                + drawn.values().stream()
                        .sorted(Comparator.comparing(Diagram::name))
                        .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream()
                                .filter(task -> !diagram.says(task, "awaited").isEmpty())
                                .sorted(Comparator.comparing(UserTask::getId))
                                .map(task -> row(
                                        "`" + diagram.name() + "`",
                                        task.getName().replaceAll("\\$\\{[^}]*}", "…"),
                                        Map.of(
                                                        "name",
                                                        "whose task it is, by name",
                                                        "council",
                                                        "the council",
                                                        "mentor",
                                                        "a mentor")
                                                .get(diagram.says(task, "awaited")))))
                        .collect(joining());
    }

    private record OneTask(String process, TaskRights said, UserTask drawn) {

        String name() {
            return drawn.getName().replaceAll("\\$\\{[^}]*}", "…");
        }
    }

    private static Stream<OneTask> tasks(
            Map<String, ProcessRights> said, Map<String, Diagram> drawn, Predicate<TaskRights> wanted) {
        return said.entrySet().stream()
                .flatMap(process -> process.getValue().tasks().entrySet().stream()
                        .filter(task -> wanted.test(task.getValue()))
                        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                        .map(task -> new OneTask(
                                process.getKey(),
                                task.getValue(),
                                drawn.get(process.getKey()).model().getModelElementById(task.getKey()))));
    }

    private static String words(String expression) {
        return expression
                .replaceFirst("^\\$\\{council\\.impartial\\((.*)\\)}$", "contacts, without `$1`")
                .replaceFirst("^\\$\\{council\\.impartialMembers\\((.*)\\)}$", "the whole council, without `$1`")
                .replaceFirst("^(\\$\\{.*})$", "`$1`");
    }

    private static String groups(Collection<Group> groups) {
        return groups.isEmpty() ? "–" : groups.stream().map(Group::id).collect(joining(", "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}

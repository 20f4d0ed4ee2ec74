package org.reps.mentoring.story;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * A task as its diagram describes it.
 *
 * @param activity its id in the diagram, of which no other diagram has the same
 * @param name as Tasklist shows it, when it is about this person; "…" stands for whoever it is about
 * @param form the name of its form
 */
public record UserTask(String activity, String name, String form) {

    private static final String SOMEBODY = "…";

    private static final Map<String, UserTask> ALL = new TreeMap<>();

    static {
        Stream.of(Objects.requireNonNull(new File("bpmn").listFiles()))
                .filter(file -> file.getName().endsWith(".bpmn"))
                .map(Bpmn::readModelFromFile)
                .flatMap(diagram ->
                        diagram.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.UserTask.class).stream())
                .forEach(task -> {
                    var before =
                            ALL.put(task.getId(), new UserTask(task.getId(), task.getName(), task.getCamundaFormRef()));
                    if (before != null) {
                        throw new IllegalStateException("Two tasks have the id " + task.getId());
                    }
                });
    }

    /**
     * @param about the user name of whom the task is about, whose first name may stand in its name; null where there
     *     can be only one
     */
    static UserTask of(String activity, String about) {
        var drawn = Objects.requireNonNull(ALL.get(activity), activity);
        return new UserTask(
                activity,
                drawn.name.replaceAll("\\$\\{[^}]*}", about == null ? SOMEBODY : firstName(about)),
                drawn.form);
    }

    /** Whether a task of this name in somebody's list is the one. */
    public boolean isCalled(String shown) {
        return called(name).matcher(shown).matches();
    }

    /** What such a name looks like in a list. */
    public static Pattern called(String name) {
        return Pattern.compile("\\s*" + Pattern.quote(name).replace(SOMEBODY, "\\E.+\\Q") + "\\s*", Pattern.DOTALL);
    }

    private static String firstName(String userId) {
        return Character.toUpperCase(userId.charAt(0)) + userId.substring(1);
    }
}

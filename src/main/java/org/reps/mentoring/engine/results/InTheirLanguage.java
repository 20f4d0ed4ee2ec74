package org.reps.mentoring.engine.results;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.Translations;
import org.springframework.util.ClassUtils;

/**
 * Tasks and processes with the names and documentation that whoever reads them understands. The engine keeps them in
 * English, with what the diagram has filled in; what is handed out is read by this one person and kept nowhere.
 */
final class InTheirLanguage {

    private InTheirLanguage() {}

    /** Whether there is anything in it that could be said in another language. */
    static boolean isSpokenIn(@Nullable Object result) {
        return result instanceof List<?> several
                ? several.stream().anyMatch(InTheirLanguage::isNamed)
                : isNamed(result);
    }

    private static boolean isNamed(@Nullable Object one) {
        return one instanceof Task || one instanceof HistoricTaskInstance || one instanceof ProcessDefinition;
    }

    static @Nullable Object said(@Nullable Object result, String language) {
        if (language.equals(Translations.ENGLISH)) {
            return result;
        }
        return result instanceof List<?> several
                ? new ArrayList<>(
                        several.stream().map(one -> one(one, language)).toList())
                : one(result, language);
    }

    /**
     * Gives a task back what it is called, which somebody saves who has read it in their language and changed something
     * else.
     *
     * @param kept the task as the engine has it
     */
    static void asKept(TaskEntity saved, TaskEntity kept, String language) {
        if (Objects.equals(saved.getName(), in(language, kept.getName()))) {
            saved.setNameWithoutCascade(kept.getName());
        }
        if (Objects.equals(saved.getDescription(), in(language, kept.getDescription()))) {
            saved.setDescriptionWithoutCascade(kept.getDescription());
        }
    }

    private static @Nullable Object one(@Nullable Object result, String language) {
        if (result instanceof TaskEntity task) {
            task.setNameWithoutCascade(in(language, task.getName()));
            task.setDescriptionWithoutCascade(in(language, task.getDescription()));
        } else if (result instanceof HistoricTaskInstanceEntity done) {
            done.setName(in(language, done.getName()));
            done.setDescription(in(language, done.getDescription()));
        } else if (result instanceof ProcessDefinition process) {
            return named(process, in(language, process.getName()));
        }
        return result;
    }

    private static @Nullable String in(String language, @Nullable String english) {
        return english == null ? null : Translations.OF_DIAGRAMS.in(language, english);
    }

    /** The engine keeps processes in a cache for everybody, so this is another around it, whatever else it is. */
    private static ProcessDefinition named(ProcessDefinition process, @Nullable String name) {
        return (ProcessDefinition) Proxy.newProxyInstance(
                ProcessDefinition.class.getClassLoader(),
                ClassUtils.getAllInterfaces(process),
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getName")) {
                        return name;
                    }
                    try {
                        return method.invoke(process, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

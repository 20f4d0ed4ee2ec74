package org.reps.mentoring.engine.results;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.BroughtUpToDate;
import org.reps.mentoring.engine.forms.FormsForBrowsers;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.shown.OwnWords;
import org.reps.mentoring.engine.shown.Shown;
import org.reps.mentoring.language.FormTexts;
import org.reps.mentoring.language.Translations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;

/**
 * What a command gives back, as whoever asked for it may read it: as much of it as is for them, and in their language.
 *
 * @param engine to ask what else is needed, without passing the gate
 * @param language in which they read, by its code
 * @param groups theirs, as they logged in
 */
public record AsRead(
        CommandExecutor engine, FormsForBrowsers forms, Supplier<String> language, String userId, List<String> groups) {

    private static final Logger LOG = LoggerFactory.getLogger(AsRead.class);

    /** Gives a task that somebody saves back what it is called where the engine keeps it. */
    public void saveAsKept(TaskEntity saved) {
        var id = saved.getId();
        var kept = id == null
                ? null
                : engine.execute(context -> context.runWithoutAuthorization(
                        () -> context.getTaskManager().findTaskById(id)));
        if (kept != null) {
            InTheirLanguage.asKept(saved, kept, language.get());
        }
    }

    /** A form gets what it shows and nothing else, and as text: nothing is made of it for a person. */
    public VariableMap form(String taskId) {
        var shown = Shown.by(engine.execute(new GetDeployedTaskFormCmd(taskId)));
        var values = new GetTaskFormVariablesCmd(taskId, shown.variables(), false);
        // First, because whoever may not read them must not have anything written either.
        var before = engine.execute(values);
        var read = isMadeAnew(new FreshLists(taskId, shown.lists())) ? engine.execute(values) : before;
        var all = shown.of(read, language.get());
        if (shown.variables().contains(Shown.HOW_TO_REACH)) {
            all.putValue(Shown.HOW_TO_REACH, reached(readNow(taskId), language.get()));
        }
        return OwnWords.said(all, language.get());
    }

    /** Of several people one below the other, each by themself. */
    static String reached(String all, String language) {
        return Arrays.stream(all.split("\\n(?=How to reach )"))
                .map(one -> Translations.OF_ANSWERS.in(language, one))
                .collect(joining("\n"));
    }

    private String readNow(String taskId) {
        try {
            return engine.execute(new ReadNow(taskId));
        } catch (RuntimeException e) {
            LOG.warn("A form does not say how somebody can be reached: it cannot be found out", e);
            return "";
        }
    }

    private boolean isMadeAnew(FreshLists lists) {
        try {
            return new BroughtUpToDate(engine).by(lists);
        } catch (RuntimeException e) {
            LOG.warn("A form shows its lists as they were when its task began: they cannot be made anew", e);
            return false;
        }
    }

    /**
     * @param found what the engine has found
     * @param kind what may come back, as in {@link Results}
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T of(Command<T> command, @Nullable T found, Class<?> kind) {
        var result = found;
        if (command instanceof ProcessDefinitionStatisticsQueryImpl && result instanceof List<?> list) {
            var rootsOnly = new DirectFieldAccessor(command).getPropertyValue("includeRootIncidents");
            result = (T) engine.execute(new SeenNumbers(list, Boolean.TRUE.equals(rootsOnly)));
        }
        var handedOut = groups.contains(Groups.CAMUNDA_ADMIN) ? result : Results.judged(command, result, kind);
        if (command instanceof AbstractGetDeployedFormCmd && handedOut instanceof InputStream form) {
            var said = language.get();
            // Its own texts before they are drawn up, and then the options that stand in no form.
            return (T) FormTexts.in(said, forms.in(FormTexts.in(said, form), groupsNow(), said));
        }
        if (command instanceof GetDeploymentProcessModelCmd && handedOut instanceof InputStream diagram) {
            return isAnalystOrOperator() ? handedOut : (T) PlainNames.in(diagram, language.get());
        }
        return InTheirLanguage.isSpokenIn(handedOut) ? (T) InTheirLanguage.said(handedOut, language.get()) : handedOut;
    }

    /** They may take a diagram from here to change it. */
    private boolean isAnalystOrOperator() {
        return groups.contains(Group.ANALYSTS.id()) || groups.contains(Groups.CAMUNDA_ADMIN);
    }

    /** What was known at the login may have changed: whoever has just become a mentor is asked as one. */
    private Set<String> groupsNow() {
        return engine.execute(context -> context.runWithoutAuthorization(() ->
                context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(userId).list().stream()
                        .map(group -> group.getId())
                        .collect(toSet())));
    }
}

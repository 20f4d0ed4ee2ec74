package org.reps.mentoring.engine.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.TaskMeterLogEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Mention;
import org.reps.mentoring.text.Parts;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of the engine's tables: the account with all that belongs to it goes, and in the history stands a
 * pseudonym where their user name was, so that what happened when, and how often, stays as it was. What anybody wrote
 * or was shown in cases in which they took part goes, and so does what names them elsewhere. It is done by SQL, as the
 * engine deletes whole cases of the history and nothing less, and never its log of operations.
 */
@Component
@Transactional
public class Erasure {

    /** In place of what a failed step said. */
    private static final String NOTHING_LEFT = "What stood here named somebody who was erased.";

    /** Where the history has user ids, and nothing else. */
    static final Map<String, List<String>> USER_IDS = Map.ofEntries(
            Map.entry("ACT_HI_PROCINST", List.of("BUSINESS_KEY_", "START_USER_ID_")),
            Map.entry("ACT_HI_ACTINST", List.of("ASSIGNEE_")),
            Map.entry("ACT_HI_TASKINST", List.of("ASSIGNEE_", "OWNER_")),
            Map.entry("ACT_HI_IDENTITYLINK", List.of("USER_ID_", "ASSIGNER_ID_")),
            Map.entry("ACT_HI_OP_LOG", List.of("USER_ID_", "ORG_VALUE_", "NEW_VALUE_")),
            Map.entry("ACT_HI_COMMENT", List.of("USER_ID_")),
            Map.entry("ACT_HI_ATTACHMENT", List.of("USER_ID_")),
            Map.entry("ACT_HI_DECINST", List.of("USER_ID_")),
            Map.entry("ACT_HI_BATCH", List.of("CREATE_USER_ID_")));

    /** What says who is part of a case, and which record it is about, is needed as long as the case is shown. */
    private static final Pattern NAME_OF_ID = Pattern.compile(".*(Id|By|Of)");

    private static final Set<String> TEXTLESS =
            Set.of("boolean", "short", "integer", "long", "double", "date", "null", "number");

    private final JdbcClient database;
    private final IdentityService identities;
    private final Traces traces;

    Erasure(JdbcClient database, IdentityService identities, Traces traces) {
        this.database = database;
        this.identities = identities;
        this.traces = traces;
    }

    /** Whether a case still runs in which this person took part, that is about them, or that shows them to somebody. */
    @Transactional(readOnly = true)
    public boolean isInSomethingRunning(String userId, Mention mention) {
        return !Collections.disjoint(traces.cases(userId), traces.running()) || traces.isShownInRunning(mention);
    }

    /** The ids of all records that cases are, or were, about in which this person took part. */
    @Transactional(readOnly = true)
    public Set<String> recordsOf(String userId) {
        return traces.records(traces.cases(userId));
    }

    /** Lets nobody else erase anybody, and no account be made, until this transaction is over. */
    public void alone() {
        database.sql("select REV_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query(Integer.class)
                .single();
    }

    /**
     * Erases somebody of whom nothing runs any more.
     *
     * @param pseudonym what stands in place of their user name from now on
     */
    public void erase(String userId, String pseudonym, Mention mention) {
        var theirs = traces.ended(traces.cases(userId));
        // Before anything is looked for in which they are named: these say who is part of a case.
        database.sql("update ACT_HI_VARINST set TEXT_ = ? where TEXT_ = ? and " + Traces.NAMES_SOMEBODY)
                .params(pseudonym, userId)
                .update();
        forgetVariables(theirs, mention);
        renameTasks(theirs, traces.own(userId), mention);
        forgetRemarks(userId, mention);
        forgetFailures(theirs, mention);
        replace(userId, pseudonym);
        Parts.of(
                traces.among(
                        "select ID_, ORG_VALUE_, NEW_VALUE_, ANNOTATION_ from ACT_HI_OP_LOG",
                        mention::isPossiblyNamedIn),
                some -> database.sql("update ACT_HI_OP_LOG set ORG_VALUE_ = null, NEW_VALUE_ = null,"
                                + " ANNOTATION_ = null where ID_ in (:some)")
                        .param("some", some)
                        .update());
        forgetAccount(userId, mention);
    }

    // --- what was written and shown

    /** Ids and numbers stay in their cases: by them it is known who is part of it, and counted. */
    private void forgetVariables(Set<String> theirs, Mention mention) {
        var gone = new TreeSet<String>();
        Parts.of(
                theirs,
                some -> database
                        .sql("select ID_, NAME_, VAR_TYPE_, TEXT_ from ACT_HI_VARINST"
                                + " where ROOT_PROC_INST_ID_ in (:some)")
                        .param("some", some)
                        .query((row, number) ->
                                new Variable(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .list()
                        .stream()
                        .filter(variable -> !variable.stays())
                        .map(Variable::id)
                        .forEach(gone::add));
        gone.addAll(over(traces.among("select ID_, TEXT_, TEXT2_ from ACT_HI_VARINST", mention::isOneOf)));
        gone.addAll(over(traces.amongBytes("""
                select v.ID_, b.BYTES_ from ACT_HI_VARINST v join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_""", mention::isValueIn)));
        delete("ACT_HI_VARINST", "BYTEARRAY_ID_", gone);

        var details = new TreeSet<String>();
        Parts.of(
                theirs,
                some -> details.addAll(database.sql("select ID_ from ACT_HI_DETAIL where ROOT_PROC_INST_ID_ in (:some)")
                        .param("some", some)
                        .query(String.class)
                        .list()));
        details.addAll(traces.among("select ID_, TEXT_, TEXT2_ from ACT_HI_DETAIL", mention::isOneOf));
        details.addAll(traces.amongBytes("""
                select d.ID_, b.BYTES_ from ACT_HI_DETAIL d join ACT_GE_BYTEARRAY b on b.ID_ = d.BYTEARRAY_ID_""", mention::isValueIn));
        delete("ACT_HI_DETAIL", "BYTEARRAY_ID_", details);

        for (var table : List.of("ACT_HI_DEC_IN", "ACT_HI_DEC_OUT")) {
            var values = new TreeSet<>(traces.among("select ID_, TEXT_, TEXT2_ from " + table, mention::isOneOf));
            Parts.of(
                    theirs,
                    some -> values.addAll(database.sql("select ID_ from " + table
                                    + " where TEXT_ is not null and ROOT_PROC_INST_ID_ in (:some)")
                            .param("some", some)
                            .query(String.class)
                            .list()));
            values.addAll(traces.amongBytes(
                    "select d.ID_, b.BYTES_ from " + table + " d join ACT_GE_BYTEARRAY b on b.ID_ = d.BYTEARRAY_ID_",
                    mention::isValueIn));
            delete(table, "BYTEARRAY_ID_", values);
        }
    }

    /** Those that a case still has, are waited for. */
    private Set<String> over(Set<String> variables) {
        var over = new TreeSet<>(variables);
        Parts.of(
                variables,
                some -> database.sql("select ID_ from ACT_RU_VARIABLE where ID_ in (:some)")
                        .param("some", some)
                        .query(String.class)
                        .list()
                        .forEach(over::remove));
        return over;
    }

    /** What the diagram has put into the name of a task is replaced where it is them. */
    private void renameTasks(Set<String> theirs, Set<String> own, Mention mention) {
        var changed = new ArrayList<Object[]>();
        database.sql("""
                        select task.ID_, task.ROOT_PROC_INST_ID_, task.NAME_, task.DESCRIPTION_, activity.ACT_NAME_
                        from ACT_HI_TASKINST task left join ACT_HI_ACTINST activity on activity.TASK_ID_ = task.ID_""").query((RowCallbackHandler) row -> {
            var name = row.getString(3);
            var description = row.getString(4);
            var root = String.valueOf(row.getString(2));
            var whose = own.contains(root)
                    ? TaskNames.Case.OWN
                    : theirs.contains(root) ? TaskNames.Case.SHARED : TaskNames.Case.OTHERS;
            var newName = name == null ? null : TaskNames.without(mention, name, row.getString(5), whose);
            var newDescription = mention.isNamedIn(description) ? null : description;
            if (!Objects.equals(name, newName) || !Objects.equals(description, newDescription)) {
                changed.add(new Object[] {newName, newDescription, row.getString(1)});
            }
        });
        changed.forEach(task -> database.sql("update ACT_HI_TASKINST set NAME_ = ?, DESCRIPTION_ = ? where ID_ = ?")
                .params(task)
                .update());
    }

    private void forgetRemarks(String userId, Mention mention) {
        var comments = new TreeSet<>(ids("select ID_ from ACT_HI_COMMENT where USER_ID_ = ?", userId));
        // The engine notes here whom a task was given to, as the user name with a sign behind it.
        comments.addAll(traces.among("select ID_, MESSAGE_ from ACT_HI_COMMENT", mention::isPossiblyNamedIn));
        comments.addAll(traces.among(
                "select ID_, MESSAGE_ from ACT_HI_COMMENT where TYPE_ = 'event'",
                text -> text != null && text.startsWith(userId + "_|_")));
        comments.addAll(traces.amongBytes("select ID_, FULL_MSG_ from ACT_HI_COMMENT", mention::isPossiblyNamedIn));
        delete("ACT_HI_COMMENT", null, comments);
        var attachments = new TreeSet<>(ids("select ID_ from ACT_HI_ATTACHMENT where USER_ID_ = ?", userId));
        attachments.addAll(traces.among(
                "select ID_, NAME_, DESCRIPTION_, URL_ from ACT_HI_ATTACHMENT", mention::isPossiblyNamedIn));
        delete("ACT_HI_ATTACHMENT", "CONTENT_ID_", attachments);
    }

    /** What made a step fail may quote anything; that it failed stays. */
    private void forgetFailures(Set<String> theirs, Mention mention) {
        forgetFailures("ACT_HI_JOB_LOG", "JOB_EXCEPTION_MSG_", "JOB_EXCEPTION_STACK_ID_", theirs, mention);
        forgetFailures("ACT_HI_EXT_TASK_LOG", "ERROR_MSG_", "ERROR_DETAILS_ID_", theirs, mention);
        forgetFailures("ACT_HI_INCIDENT", "INCIDENT_MSG_", null, theirs, mention);
        forgetFailures("ACT_HI_INCIDENT", "ANNOTATION_", null, Set.of(), mention);
        forgetFailures("ACT_HI_PROCINST", "DELETE_REASON_", null, Set.of(), mention);
        forgetFailures("ACT_HI_TASKINST", "DELETE_REASON_", null, Set.of(), mention);
        forgetFailures("ACT_RU_JOB", "EXCEPTION_MSG_", "EXCEPTION_STACK_ID_", Set.of(), mention);
        forgetFailures("ACT_RU_EXT_TASK", "ERROR_MSG_", "ERROR_DETAILS_ID_", Set.of(), mention);
        forgetFailures("ACT_RU_INCIDENT", "INCIDENT_MSG_", null, Set.of(), mention);
        forgetFailures("ACT_RU_INCIDENT", "ANNOTATION_", null, Set.of(), mention);
    }

    private void forgetFailures(
            String table, String message, @Nullable String bytes, Set<String> theirs, Mention mention) {
        var found =
                new TreeSet<>(traces.among("select ID_, " + message + " from " + table, mention::isPossiblyNamedIn));
        Parts.of(
                theirs,
                some -> found.addAll(database.sql("select ID_ from " + table + " where " + message
                                + " is not null and ROOT_PROC_INST_ID_ in (:some)")
                        .param("some", some)
                        .query(String.class)
                        .list()));
        if (bytes != null) {
            found.addAll(traces.amongBytes(
                    "select t.ID_, b.BYTES_ from " + table + " t join ACT_GE_BYTEARRAY b on b.ID_ = t." + bytes,
                    mention::isPossiblyNamedIn));
        }
        Parts.of(found, some -> {
            database.sql("update " + table + " set " + message + " = :nothing where ID_ in (:some)")
                    .param("nothing", NOTHING_LEFT)
                    .param("some", some)
                    .update();
            if (bytes != null) {
                database.sql("update ACT_GE_BYTEARRAY set BYTES_ = :nothing where ID_ in" + " (select " + bytes
                                + " from " + table + " where ID_ in (:some))")
                        .param("nothing", NOTHING_LEFT.getBytes(StandardCharsets.UTF_8))
                        .param("some", some)
                        .update();
            }
        });
    }

    // --- who they were

    private void replace(String userId, String pseudonym) {
        USER_IDS.forEach((table, columns) -> columns.forEach(
                column -> database.sql("update " + table + " set " + column + " = ? where " + column + " = ?")
                        .params(pseudonym, userId)
                        .update()));
        // Here stands a number that follows from the user name.
        database.sql("update ACT_RU_TASK_METER_LOG set ASSIGNEE_HASH_ = ? where ASSIGNEE_HASH_ = ?")
                .params(hash(pseudonym), hash(userId))
                .update();
    }

    /** As the engine makes it, whenever that is. */
    private static long hash(String userId) {
        return new TaskMeterLogEntity(userId, new Date(0)).getAssigneeHash();
    }

    private void forgetAccount(String userId, Mention mention) {
        var filters = new TreeSet<>(ids("select ID_ from ACT_RU_FILTER where OWNER_ = ?", userId));
        filters.addAll(traces.among("select ID_, NAME_, QUERY_, PROPERTIES_ from ACT_RU_FILTER", mention::isValueIn));
        Parts.of(
                filters,
                some -> database.sql(
                                "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = :filter and RESOURCE_ID_ in (:some)")
                        .param("filter", Resources.FILTER.resourceType())
                        .param("some", some)
                        .update());
        delete("ACT_RU_FILTER", null, filters);
        database.sql("delete from ACT_RU_AUTHORIZATION where USER_ID_ = ? or (RESOURCE_TYPE_ = ? and RESOURCE_ID_ = ?)")
                .params(userId, Resources.USER.resourceType(), userId)
                .update();
        // Who they are elsewhere stays a hash without an account, so that it does not get another one.
        database.sql("update provider_identity set said = '' where user_id = ?")
                .param(userId)
                .update();
        identities.deleteUser(userId);
        database.sql("delete from ACT_ID_INFO where USER_ID_ = ?").param(userId).update();
    }

    // --- rows

    private List<String> ids(String sql, String userId) {
        return database.sql(sql).param(userId).query(String.class).list();
    }

    /** @param bytes the column that names their bytes; null where there are none */
    private void delete(String table, @Nullable String bytes, Collection<String> ids) {
        Parts.of(ids, some -> {
            var contents = bytes == null
                    ? List.<String>of()
                    : database.sql("select " + bytes + " from " + table + " where " + bytes
                                    + " is not null and ID_ in (:some)")
                            .param("some", some)
                            .query(String.class)
                            .list();
            database.sql("delete from " + table + " where ID_ in (:some)")
                    .param("some", some)
                    .update();
            Parts.of(
                    contents,
                    few -> database.sql("delete from ACT_GE_BYTEARRAY where ID_ in (:some)")
                            .param("some", few)
                            .update());
        });
    }

    private record Variable(
            String id, String name, String type, @Nullable String text) {

        boolean stays() {
            return TEXTLESS.contains(type)
                    || (type.equals("string")
                            && text != null
                            && NAME_OF_ID.matcher(name).matches());
        }
    }
}

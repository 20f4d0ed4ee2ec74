package org.reps.mentoring.engine.erasure;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Mention;
import org.reps.mentoring.text.Parts;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the engine's tables know a person: the cases in which they took part or which are about them, and what names
 * them elsewhere. A case and all that it has called are one.
 */
@Component
class Traces {

    /** By such variables a case says whom it is about, and what: user ids, and ids of records and cases. */
    static final String NAMES_SOMEBODY = "(NAME_ like '%Id' or NAME_ like '%By' or NAME_ like '%Of')";

    private static final String OWN =
            "select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :person or START_USER_ID_ = :person";

    /** Whoever could have taken a task only is not part of the case. */
    private static final String CASES = OWN + """

            union select ROOT_PROC_INST_ID_ from ACT_HI_TASKINST where ASSIGNEE_ = :person or OWNER_ = :person
            union select ROOT_PROC_INST_ID_ from ACT_HI_ACTINST where ASSIGNEE_ = :person
            union select ROOT_PROC_INST_ID_ from ACT_HI_VARINST where TEXT_ = :person and\s""" + NAMES_SOMEBODY + """

            union select ROOT_PROC_INST_ID_ from ACT_HI_COMMENT where USER_ID_ = :person
            union select ROOT_PROC_INST_ID_ from ACT_HI_ATTACHMENT where USER_ID_ = :person
            union select ROOT_PROC_INST_ID_ from ACT_HI_OP_LOG where USER_ID_ = :person""";

    /** What runs and has only just begun to name somebody may not be in the history yet under that name. */
    private static final String RUNNING_TASKS = """
            select ROOT.ROOT_PROC_INST_ID_ from ACT_RU_IDENTITYLINK LINK join ACT_RU_TASK TASK on TASK.ID_ = LINK.TASK_ID_
            join ACT_RU_EXECUTION ROOT on ROOT.ID_ = TASK.PROC_INST_ID_ where LINK.USER_ID_ = :person""";

    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient database;

    Traces(JdbcClient database) {
        this.database = database;
    }

    /** The ids of all cases in which they took part or which are about them, running or not. */
    Set<String> cases(String userId) {
        return Stream.concat(asked(CASES, userId), asked(RUNNING_TASKS, userId))
                .filter(not(String::isEmpty))
                .collect(toSet());
    }

    /** Of these, the ids of those that are about them or that they have begun. */
    Set<String> own(String userId) {
        return asked(OWN, userId).collect(toSet());
    }

    private Stream<String> asked(String sql, String userId) {
        return database
                .sql(sql)
                .param("person", userId)
                .query((row, number) -> orEmpty(row.getString(1)))
                .list()
                .stream();
    }

    /** The ids of these cases' tasks, and of what they are about: records, and nobody's user name. */
    Set<String> records(Collection<String> cases) {
        return Stream.of(
                        "select TEXT_ from ACT_HI_VARINST where ROOT_PROC_INST_ID_ in (:some) and " + NAMES_SOMEBODY,
                        "select BUSINESS_KEY_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ in (:some)",
                        "select ID_ from ACT_HI_TASKINST where ROOT_PROC_INST_ID_ in (:some)")
                .flatMap(sql -> ids(sql, cases))
                .filter(id -> RECORD.matcher(id).matches())
                .collect(toSet());
    }

    private Stream<String> ids(String sql, Collection<String> cases) {
        var found = new ArrayList<String>();
        Parts.of(
                cases,
                some -> found.addAll(database.sql(sql)
                        .param("some", some)
                        .query((row, number) -> orEmpty(row.getString(1)))
                        .list()));
        return found.stream();
    }

    /** The ids of all cases that run. */
    Set<String> running() {
        return database.sql("select ID_ from ACT_RU_EXECUTION where ID_ = ROOT_PROC_INST_ID_")
                .query(String.class)
                .set();
    }

    /** Whether anything that runs shows this person to somebody, as in a task or a list of people. */
    boolean isShownInRunning(Mention mention) {
        return !among("select ID_, NAME_, DESCRIPTION_ from ACT_RU_TASK", mention::isNamedIn)
                        .isEmpty()
                || !among("select ID_, TEXT_, TEXT2_ from ACT_RU_VARIABLE", mention::isOneOf)
                        .isEmpty()
                || !amongBytes("""
                                select v.ID_, b.BYTES_ from ACT_RU_VARIABLE v
                                join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_""", mention::isValueIn).isEmpty();
    }

    /** @return the ids of the rows of which one of the texts behind the id is such */
    Set<String> among(String sql, Predicate<@Nullable String> wanted) {
        var found = new TreeSet<String>();
        database.sql(sql).query((RowCallbackHandler) row -> {
            for (var column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                if (wanted.test(row.getString(column))) {
                    found.add(row.getString(1));
                }
            }
        });
        return found;
    }

    /** As {@link #among}, of bytes, which are read as text. */
    Set<String> amongBytes(String sql, Predicate<@Nullable String> wanted) {
        var found = new TreeSet<String>();
        database.sql(sql).query((RowCallbackHandler) row -> {
            var bytes = row.getBytes(2);
            if (bytes != null && wanted.test(new String(bytes, StandardCharsets.UTF_8))) {
                found.add(row.getString(1));
            }
        });
        return found;
    }

    /** Without those that run: what belongs to them the engine still writes to. */
    Set<String> ended(Collection<String> cases) {
        var ended = new HashSet<>(cases);
        ended.removeAll(running());
        return ended;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

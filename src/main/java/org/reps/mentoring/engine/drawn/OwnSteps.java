package org.reps.mentoring.engine.drawn;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At which steps of which processes something waits for somebody, and for nobody else. */
@Component
public class OwnSteps {

    private final JdbcClient database;

    OwnSteps(JdbcClient database) {
        this.database = database;
    }

    /** Ids of steps by the key of their process. */
    public Map<String, Set<String>> of(String person) {
        return database
                .sql("""
                        select distinct process.KEY_ as process, task.TASK_DEF_KEY_ as step
                        from ACT_RU_TASK task join ACT_RE_PROCDEF process on process.ID_ = task.PROC_DEF_ID_
                        where task.ASSIGNEE_ = :person""")
                .param("person", person)
                .query((row, number) -> Map.entry(row.getString("process"), row.getString("step")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
}

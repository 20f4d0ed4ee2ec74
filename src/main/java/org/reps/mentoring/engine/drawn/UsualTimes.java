package org.reps.mentoring.engine.drawn;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long processes usually take here, for everybody to read. Only of processes whose cases the council sees, from so
 * many cases about so many different people on that none of them is told, and of no case that a confidential one has
 * called.
 */
@Component
public class UsualTimes {

    /** From so many on a median says nothing of one of them. */
    private static final int ENOUGH = 5;

    private final JdbcClient database;
    private final Rights rights;

    UsualTimes(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /**
     * The median of what the cases of a process took.
     *
     * @return empty where nobody can say it
     */
    public Optional<Duration> of(String process) {
        var open = new HashSet<>(rights.seenByCouncil());
        open.removeAll(rights.byItself());
        if (!open.contains(process)) {
            return Optional.empty();
        }
        var cases = finished(process, open);
        var subjects = cases.stream()
                .map(Finished::subject)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (subjects < ENOUGH) {
            return Optional.empty();
        }
        var lasted = cases.stream().map(Finished::lasted).sorted().toList();
        return Optional.of(lasted.get(lasted.size() / 2));
    }

    private List<Finished> finished(String process, Set<String> open) {
        return database.sql("""
                        select instance.BUSINESS_KEY_ as subject, instance.START_TIME_ as began, instance.END_TIME_ as ended
                        from ACT_HI_PROCINST instance
                        join ACT_HI_PROCINST root on root.ID_ = instance.ROOT_PROC_INST_ID_
                        left join ACT_HI_PROCINST caller on caller.ID_ = instance.SUPER_PROCESS_INSTANCE_ID_
                        where instance.STATE_ = 'COMPLETED' and instance.PROC_DEF_KEY_ = :process
                        and root.PROC_DEF_KEY_ in (:open)
                        and (instance.SUPER_PROCESS_INSTANCE_ID_ is null or caller.PROC_DEF_KEY_ in (:open))""")
                .param("process", process)
                .param("open", open)
                .query((row, number) -> new Finished(
                        row.getString("subject"), between(row.getTimestamp("began"), row.getTimestamp("ended"))))
                .list();
    }

    private static Duration between(Timestamp began, Timestamp ended) {
        return Duration.between(began.toInstant(), ended.toInstant());
    }

    private record Finished(@Nullable String subject, Duration lasted) {}
}

package org.reps.mentoring.engine.drawn;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The median by the key of the process; those of which nobody can say it are left out. */
    public Map<String, Duration> medians() {
        var open = new HashSet<>(rights.seenByCouncil());
        open.removeAll(rights.byItself());
        if (open.isEmpty()) {
            return Map.of();
        }
        var medians = new HashMap<String, Duration>();
        finished(open).stream().collect(groupingBy(Finished::process)).forEach((process, cases) -> {
            var subjects = cases.stream()
                    .map(Finished::subject)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            if (subjects >= ENOUGH) {
                var lasted = cases.stream().map(Finished::lasted).sorted().toList();
                medians.put(process, lasted.get(lasted.size() / 2));
            }
        });
        return medians;
    }

    private List<Finished> finished(Set<String> open) {
        return database.sql("""
                        select instance.PROC_DEF_KEY_ as process, instance.BUSINESS_KEY_ as subject,
                            instance.START_TIME_ as began, instance.END_TIME_ as ended
                        from ACT_HI_PROCINST instance
                        join ACT_HI_PROCINST root on root.ID_ = instance.ROOT_PROC_INST_ID_
                        left join ACT_HI_PROCINST caller on caller.ID_ = instance.SUPER_PROCESS_INSTANCE_ID_
                        where instance.STATE_ = 'COMPLETED' and instance.PROC_DEF_KEY_ in (:open)
                        and root.PROC_DEF_KEY_ in (:open)
                        and (instance.SUPER_PROCESS_INSTANCE_ID_ is null or caller.PROC_DEF_KEY_ in (:open))""")
                .param("open", open)
                .query((row, number) -> new Finished(
                        row.getString("process"),
                        row.getString("subject"),
                        between(row.getTimestamp("began"), row.getTimestamp("ended"))))
                .list();
    }

    private static Duration between(Timestamp began, Timestamp ended) {
        return Duration.between(began.toInstant(), ended.toInstant());
    }

    private record Finished(String process, @Nullable String subject, Duration lasted) {}
}

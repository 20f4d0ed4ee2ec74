package org.reps.mentoring.versions;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reps.mentoring.engine.versions.Deployed;
import org.reps.mentoring.engine.versions.Moves;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine does not keep of versions: who has deployed them, who has moved cases, and what is settled. */
@Component
class KeptVersions {

    private final JdbcClient database;
    private final Clock clock;

    KeptVersions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void remember(Deployed deployed) {
        database.sql("insert into deployed_version values (?, ?, ?)")
                .params(deployed.deploymentId(), deployed.userId(), now())
                .update();
    }

    /** Who has deployed what, by the ids of deployments. */
    Map<String, String> authors() {
        return database
                .sql("select deployment_id, author_id from deployed_version")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void remember(String process, int from, int to, boolean onlyFailed, Moves.Outcome outcome, String by) {
        var stayed =
                outcome.stay().values().stream().mapToInt(Integer::intValue).sum();
        database.sql("insert into moved_cases values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID().toString(), process, from, to, onlyFailed, outcome.moved(), stayed, by, now())
                .update();
    }

    /** The newest first. */
    List<Moved> moves(String process) {
        return database.sql("select * from moved_cases where process = ? order by moved_at desc")
                .param(process)
                .query((row, number) -> new Moved(
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        row.getBoolean("only_failed"),
                        row.getInt("moved"),
                        row.getInt("stayed"),
                        row.getString("moved_by"),
                        row.getTimestamp("moved_at").toInstant().toString()))
                .list();
    }

    void settle(String process, String fingerprint, String by) {
        database.sql("insert into settled_release values (?, ?, ?, ?)")
                .params(process, fingerprint, by, now())
                .update();
    }

    boolean isSettled(String process, String fingerprint) {
        return !database.sql("select 1 from settled_release where process = ? and fingerprint = ?")
                .params(process, fingerprint)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Waits until nobody else brings a version into force here; until the end of the transaction. */
    void takeTurn() {
        database.sql("select id from turn_to_deploy for update")
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** @param at ISO */
    record Moved(int from, int to, boolean onlyFailed, int moved, int stayed, String by, String at) {

        Moved by(String name) {
            return new Moved(from, to, onlyFailed, moved, stayed, name, at);
        }
    }
}

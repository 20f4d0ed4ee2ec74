package org.reps.mentoring.confidential;

import static java.util.stream.Collectors.toMap;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The data keys: one for each case, or record, that has confidential texts, wrapped with the operator's key. They are
 * in a database of their own and each change is there at once. A text whose key was deleted is forgotten, wherever it
 * was copied to.
 */
@Component
class DataKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataKeys.class);

    private static final int AT_ONCE = 1000;

    private final SealingKey current;
    private final Map<String, SealingKey> masters;
    private final HikariDataSource source;
    private final JdbcClient database;

    DataKeys(SealingKeys settings) {
        current = settings.current();
        masters = settings.all().stream().collect(toMap(SealingKey::id, UnaryOperator.identity(), (one, same) -> one));
        // No bean: the programme's tables are in another one, and there are no transactions over both.
        source = new HikariDataSource();
        source.setPoolName("data-keys");
        source.setJdbcUrl(settings.keys().url());
        source.setUsername(settings.keys().username());
        source.setPassword(settings.keys().password());
        source.setMaximumPoolSize(5);
        source.setMinimumIdle(1);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/keys")
                .placeholders(Map.of("store", UUID.randomUUID().toString()))
                .load()
                .migrate();
        database = JdbcClient.create(source);
    }

    /** The key of this case or record, a new one where it has none. */
    SealingKey of(String owner) {
        return allOf(owner).stream().findFirst().orElseGet(() -> create(owner));
    }

    /**
     * One key.
     *
     * @return empty when it was deleted
     * @throws IllegalStateException when it was changed where it is stored
     */
    Optional<SealingKey> withId(String id) {
        return database.sql("select id, owner, master_key, wrapped from data_key where id = :id")
                .param("id", id)
                .query(this::unwrapped)
                .optional();
    }

    /** @return by id, without those that were deleted, or changed where they are stored */
    Map<String, SealingKey> withIds(Collection<String> ids) {
        var found = new HashMap<String, SealingKey>();
        var all = List.copyOf(ids);
        for (var first = 0; first < all.size(); first += AT_ONCE) {
            database
                    .sql("select id, owner, master_key, wrapped from data_key where id in (:ids)")
                    .param("ids", all.subList(first, Math.min(all.size(), first + AT_ONCE)))
                    .query(this::unwrappedOrNone)
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .forEach(key -> found.put(key.id(), key));
        }
        return found;
    }

    /** Of all there are. */
    Set<String> ids() {
        return database.sql("select id from data_key").query(String.class).set();
    }

    /** Another key of a case or record, to which its texts move. */
    SealingKey anew(String owner) {
        return create(owner);
    }

    /** All keys of a case or record, or the one with this id. */
    void delete(String ownerOrId) {
        database.sql("delete from data_key where owner = :which or id = :which")
                .param("which", ownerOrId)
                .update();
    }

    /** Whether there is one that none of the configured keys unwraps. */
    boolean isAnyOutOfReach() {
        return !masters.keySet()
                .containsAll(database.sql("select distinct master_key from data_key")
                        .query(String.class)
                        .list());
    }

    /** The digests of user names of people who were erased. */
    Set<String> erasedNames() {
        return database.sql("select digest from erased_name")
                .query(String.class)
                .set();
    }

    void addErasedName(String digest) {
        database.sql("insert into erased_name (digest) values (:digest)")
                .param("digest", digest)
                .update();
    }

    /** By this the programme's database knows the one that belongs to it. */
    String storeId() {
        return database.sql("select id from key_store").query(String.class).single();
    }

    int count() {
        return database.sql("select count(*) from data_key")
                .query(Integer.class)
                .single();
    }

    /**
     * Wraps what an older key wraps with the current one. Each is done for itself, so this may be interrupted and be
     * done again. One that was changed where it is stored does not stop the others.
     *
     * @param progress told after each one how many are done now
     * @return how many were done
     */
    int wrapAnew(IntConsumer progress) {
        var done = 0;
        for (var id : database.sql("select id from data_key where master_key <> :current")
                .param("current", current.id())
                .query(String.class)
                .list()) {
            done += database.sql("select id, owner, master_key, wrapped from data_key where id = :id")
                    .param("id", id)
                    .query(this::wrappedAnew)
                    .optional()
                    .orElse(0);
            progress.accept(done);
        }
        return done;
    }

    private int wrappedAnew(ResultSet row, int number) throws SQLException {
        var unwrapped = unwrappedOrNone(row, number);
        if (unwrapped.isEmpty()) {
            return 0;
        }
        var key = unwrapped.get();
        return database.sql("update data_key set master_key = :current, wrapped = :wrapped"
                        + " where id = :id and master_key = :before")
                .param("current", current.id())
                .param("wrapped", current.wrap(key, label(key.id(), row.getString("owner"))))
                .param("id", key.id())
                .param("before", row.getString("master_key"))
                .update();
    }

    /** All keys of this case or record; more than one only where two nodes made the first at the same moment. */
    List<SealingKey> allOf(String owner) {
        return database
                .sql("select id, owner, master_key, wrapped from data_key where owner = :owner order by id")
                .param("owner", owner)
                .query(this::unwrappedOrNone)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private SealingKey create(String owner) {
        var key = SealingKey.random(UUID.randomUUID().toString());
        database.sql("insert into data_key (id, owner, master_key, wrapped) values (:id, :owner, :master, :wrapped)")
                .param("id", key.id())
                .param("owner", owner)
                .param("master", current.id())
                .param("wrapped", current.wrap(key, label(key.id(), owner)))
                .update();
        return key;
    }

    private SealingKey unwrapped(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        var master = masters.get(row.getString("master_key"));
        if (master == null) {
            throw new IllegalStateException("None of the configured keys unwraps the data key " + id);
        }
        return master.unwrap(id, row.getString("wrapped"), label(id, row.getString("owner")));
    }

    private Optional<SealingKey> unwrappedOrNone(ResultSet row, int number) throws SQLException {
        try {
            return Optional.of(unwrapped(row, number));
        } catch (IllegalStateException e) {
            var id = row.getString("id");
            LOG.error(
                    "The data key {} was changed where it is stored, and what it seals stays closed. To give it up,"
                            + " delete the row {} of data_key; until then the operator's key that it names is needed.",
                    id,
                    id,
                    e);
            return Optional.empty();
        }
    }

    private static String label(String id, String owner) {
        return id + "\n" + owner;
    }

    @Override
    public void close() {
        source.close();
    }
}

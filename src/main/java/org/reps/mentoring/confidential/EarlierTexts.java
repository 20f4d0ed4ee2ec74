package org.reps.mentoring.confidential;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after what is there already when the application starts, before any case goes on: refuses to start without the
 * keys, finishes what was to be forgotten, and seals anew what was sealed before texts had data keys and places.
 */
@Component
class EarlierTexts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierTexts.class);

    private final SealedTextTable table;
    private final DataKeys keys;
    private final Map<String, SealingKey> masters;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    EarlierTexts(
            SealedTextTable table,
            DataKeys keys,
            SealingKeys settings,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.table = table;
        this.keys = keys;
        this.masters =
                settings.all().stream().collect(toMap(SealingKey::id, UnaryOperator.identity(), (one, same) -> one));
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        refuseWithoutTheKeys();
        finishForgetting();
        sealAnew();
        countForgotten();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the web server takes requests and jobs are done. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Better at the start than when somebody looks into a concern. */
    private void refuseWithoutTheKeys() {
        var sealedWith = database.sql("select distinct key_id from earlier_text")
                .query(String.class)
                .list();
        if (keys.isAnyOutOfReach() || !masters.keySet().containsAll(sealedWith)) {
            throw new IllegalStateException("There are confidential texts that none of the configured keys opens."
                    + " Please add the key that was used before to mentoring.confidential.older-keys. If it is lost, see"
                    + " \"Lost keys\" in README.md.");
        }
        if (known().isEmpty()) {
            adopt();
        }
        if (!known().equals(Optional.of(keys.storeId()))) {
            throw new IllegalStateException("The database in mentoring.confidential.keys.url is not the one that holds"
                    + " the data keys of this programme. Please set the address that was used before, or restore the"
                    + " copy of that database. If there is none any more, see \"Lost keys\" in README.md.");
        }
    }

    private Optional<String> known() {
        return database.sql("select id from key_store").query(String.class).optional();
    }

    /**
     * The texts of an earlier release, or of a backup of it, may have keys there already; without texts, nothing has.
     */
    private void adopt() {
        if (keys.count() > 0 && isWithoutTexts()) {
            throw new IllegalStateException("The database in mentoring.confidential.keys.url holds the data keys of"
                    + " another programme, or of one that was here before. Please set the address of an empty database;"
                    + " this programme has no confidential texts yet.");
        }
        try {
            database.sql("insert into key_store (id) values (:id)")
                    .param("id", keys.storeId())
                    .update();
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node was first", e);
        }
    }

    private boolean isWithoutTexts() {
        return database.sql("select (select count(*) from sealed_text) + (select count(*) from earlier_text)")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void finishForgetting() {
        for (var owner : table.forgotten()) {
            keys.delete(owner);
            transaction.executeWithoutResult(status -> table.removeForgotten(owner));
        }
    }

    /** One after the other, so that a start that is interrupted goes on with the rest the next time. */
    private void sealAnew() {
        var ids = database.sql("select distinct id from earlier_text")
                .query(String.class)
                .list();
        var done = 0;
        for (var id : ids) {
            try {
                transaction.executeWithoutResult(status -> sealAnew(id));
                done++;
            } catch (IllegalStateException e) {
                LOG.error(
                        "A confidential text from an earlier release was changed and cannot be sealed anew. Nobody could"
                                + " read it before, either. To give it up, delete the row {} of earlier_text; until then"
                                + " the older key is needed.",
                        id,
                        e);
            }
        }
        if (done > 0) {
            LOG.info(
                    "{} confidential texts from an earlier release were sealed anew, each with a key of its case or"
                            + " record.",
                    done);
        }
    }

    private void sealAnew(String id) {
        var earlier = database.sql("select * from earlier_text where id = :id")
                .param("id", id)
                .query(EarlierText.class)
                .list()
                .get(0);
        // Then the id alone was bound to it.
        var text = Objects.requireNonNull(masters.get(earlier.keyId())).open(earlier.sealed(), id);
        var place = new Place(earlier.owner(), earlier.field(), earlier.reader());
        table.save(SealedText.seal(id, text, place, earlier.caseId(), keys.of(place.owner())));
        database.sql("delete from earlier_text where id = :id").param("id", id).update();
    }

    private void countForgotten() {
        Set<String> missing = new TreeSet<>(table.keyIds());
        missing.removeAll(keys.ids());
        if (!missing.isEmpty()) {
            LOG.warn(
                    "The texts of {} cases or records have no key any more and stay closed. That is as it should be"
                            + " when a backup was restored and they were forgotten since; if it was not, restore the copy of"
                            + " the database in mentoring.confidential.keys.url.",
                    missing.size());
        }
    }

    /** A text as it was sealed: with the operator's key itself. */
    private record EarlierText(
            String id,
            String keyId,
            String sealed,
            String owner,
            String field,
            String reader,
            @Nullable String caseId) {}
}

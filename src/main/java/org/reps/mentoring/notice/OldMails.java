package org.reps.mentoring.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Mention;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.text.Parts;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of mails that nobody needs any more: that they were sent, and what they were about, so that nobody is
 * told the same twice; not what stood in them.
 */
@Component("oldMails")
@Transactional
public class OldMails {

    private static final String EMPTIED = "update mail set subject = '', text = '', html = '', invitation = null";

    /** Of the parts of a dedupe key. */
    private static final Pattern PARTS = Pattern.compile(":");

    private final JdbcClient database;
    private final MentoringRules rules;
    private final TimeZones zones;
    private final Clock clock;

    OldMails(JdbcClient database, MentoringRules rules, TimeZones zones, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.zones = zones;
        this.clock = clock;
    }

    /** Forgets what stood in mails that were sent, or dropped, long ago. */
    public void forgetTexts() {
        var before = clock.instant()
                .atZone(zones.otherwise())
                .minus(rules.mailTextsKept())
                .toInstant();
        database.sql(EMPTIED + " where state in ('SENT', 'DROPPED') and coalesce(sent_at, written_at) < ?"
                        + " and (text <> '' or html <> '' or subject <> '' or invitation is not null)")
                .param(Timestamp.from(before))
                .update();
    }

    /**
     * Whether a mail is on its way to this person, or one to somebody else that is of them.
     *
     * @param records ids of what they have had a part in
     */
    public boolean areOnTheirWay(String userId, Mention mention, Set<String> records) {
        return !idsOf("state = 'WAITING'", userId, mention, records).isEmpty();
    }

    /**
     * Forgets what stood in mails to somebody who is erased, and in those to others that are of them, may name them or
     * may quote them. What is kept for them until there is another address is dropped, and so is what is kept for
     * others and certainly of them: they wait for nothing from somebody who left long ago.
     *
     * @param pseudonym what stands in place of their user name from now on
     * @param records ids of what they have had a part in: a mail about it may quote them
     */
    public void erase(String userId, String pseudonym, Mention mention, Set<String> records) {
        var all = new TreeSet<>(idsOf("state in ('SENT', 'DROPPED')", userId, mention, null));
        all.addAll(about(records, "state in ('SENT', 'DROPPED')"));
        var kept = idsOf("state = 'KEPT'", userId, mention, records);
        Parts.of(
                kept,
                some -> database.sql("update mail set state = 'DROPPED' where id in (:some)")
                        .param("some", some)
                        .update());
        all.addAll(kept);
        Parts.of(
                all,
                some -> database.sql(EMPTIED + " where id in (:some)")
                        .param("some", some)
                        .update());
        database.sql("update mail set recipient_id = ?, matter = null where recipient_id = ?")
                .params(pseudonym, userId)
                .update();
        database.sql("update mail set other_id = ? where other_id = ?")
                .params(pseudonym, userId)
                .update();
        // Nobody is told again in a mail to somebody who is not there, and what names them is over.
        Parts.of(
                about(Set.of(userId), "1 = 1"),
                some -> database.sql("update mail set dedupe_key = concat('erased:', id) where id in (:some)")
                        .param("some", some)
                        .update());
    }

    /** The ids of the mails in whose dedupe key one of these stands. */
    private Collection<String> about(Set<String> ids, String states) {
        var found = new TreeSet<String>();
        database.sql("select id, dedupe_key from mail where " + states).query((RowCallbackHandler) row -> {
            if (!Collections.disjoint(ids, List.of(PARTS.split(row.getString(2))))) {
                found.add(row.getString(1));
            }
        });
        return found;
    }

    /**
     * @param records of the mails about these, what may name them is of them too; elsewhere only what certainly does.
     *     Null where it is enough everywhere that it may
     * @return the ids of the mails to this person, and of those to others that are of them
     */
    private Collection<String> idsOf(String states, String userId, Mention mention, @Nullable Set<String> records) {
        var found = new TreeSet<String>();
        database.sql("select id, recipient_id, other_id, dedupe_key, subject, text, invitation from mail where "
                        + states)
                .query((RowCallbackHandler) row -> {
                    var about = List.of(PARTS.split(row.getString(4)));
                    var possibly = records == null || !Collections.disjoint(records, about);
                    var isOfThem = userId.equals(row.getString(2))
                            || userId.equals(row.getString(3))
                            || about.contains(userId);
                    for (var column = 5; !isOfThem && column <= 7; column++) {
                        var text = unfolded(row.getString(column));
                        isOfThem = possibly ? mention.isPossiblyNamedIn(text) : mention.isNamedIn(text);
                    }
                    if (isOfThem) {
                        found.add(row.getString(1));
                    }
                });
        return found;
    }

    /** Calendars break lines anywhere. */
    private static @Nullable String unfolded(@Nullable String text) {
        return text == null ? null : text.replace("\r\n ", "");
    }
}

package org.reps.mentoring.entrylink;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.text.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which people choose passwords. Whoever has what stands in one may do so once, within three days, as long
 * as the person still has the password and the address that they had when it was sent. Several links of one person may
 * be open side by side, so that nobody is kept out by a stranger who has others sent; with the first one that is used
 * all of them are closed.
 */
@Component
@Transactional
public class EntryLinks {

    /** How long a link works after it was sent. */
    public static final Duration LIFE = Duration.ofHours(72);

    /** For so long somebody is told that their link is over, and not that there is no such link. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int BITS = 160;

    /** Letters and digits, so that a double click takes all of it. */
    private static final int RADIX = 32;

    private static final int LENGTH = BITS / 5;
    private static final Pattern CODE = Pattern.compile("[0-9a-v]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntryLinkTable table;
    private final ChosenPasswords passwords;
    private final Clock clock;

    EntryLinks(EntryLinkTable table, ChosenPasswords passwords, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A link for one person, which works as soon as it is {@linkplain #keep kept}.
     *
     * @param isFirst whether it is for somebody only as long as they have no password
     * @return empty when it would be of no use
     */
    public Optional<NewLink> make(String personId, boolean isFirst) {
        var code = code(new BigInteger(BITS, RANDOM));
        return passwords
                .of(personId)
                .filter(standing -> !(isFirst && standing.hasPassword()))
                .map(standing -> new NewLink(
                        code,
                        new EntryLink(
                                hash(code),
                                personId,
                                standing.mark(),
                                clock.instant().plus(LIFE),
                                null,
                                null)));
    }

    /** From now on the link works. */
    public void keep(NewLink link) {
        table.forget(link.link.personId(), clock.instant().minus(REMEMBERED));
        table.save(link.link);
    }

    /**
     * What becomes of somebody who comes by a link; it stays as it is.
     *
     * @param code what stands in it, as it was sent or typed
     */
    @Transactional(readOnly = true)
    public Found find(String code) {
        return found(table.findById(hash(normal(code))));
    }

    /**
     * Uses up a link that is open, in the transaction that is under way. Whoever else wants to at this moment waits for
     * its end.
     *
     * @return as {@link #find}; only if it was open, whoever asks has used it
     */
    public Found use(String code) {
        var link = table.findByHash(hash(normal(code)));
        // Of two links of one person the second finds the password changed.
        link.map(EntryLink::personId).ifPresent(passwords::lock);
        var found = found(link);
        if (found.state() == LinkState.OPEN) {
            table.save(link.orElseThrow().usedAt(clock.instant()));
        }
        return found;
    }

    /** Until when the last link of each person works, by user id; only of those to whom one was sent lately. */
    @Transactional(readOnly = true)
    public Map<String, Instant> ends() {
        var ends = new HashMap<String, Instant>();
        table.findAll()
                .forEach(link ->
                        ends.merge(link.personId(), link.endsAt(), (one, other) -> one.isAfter(other) ? one : other));
        return ends;
    }

    private Found found(Optional<EntryLink> link) {
        return link.map(known -> new Found(stateOf(known), known.personId()))
                .orElseGet(() -> new Found(LinkState.UNKNOWN, ""));
    }

    private LinkState stateOf(EntryLink link) {
        var mark = passwords
                .of(link.personId())
                .map(ChosenPasswords.Standing::mark)
                .orElse(null);
        return link.stateAt(clock.instant(), mark);
    }

    private static String code(BigInteger random) {
        return "0"
                .repeat(LENGTH)
                .concat(random.toString(RADIX))
                .substring(random.toString(RADIX).length());
    }

    /** As it was sent, however somebody has copied it. */
    private static String normal(String code) {
        var normal = code.strip().toLowerCase(Locale.ROOT);
        return CODE.matcher(normal).matches() ? normal : "";
    }

    /** What is random needs no salt, and whoever does not know it cannot choose with what its hash begins. */
    private static String hash(String code) {
        return Sha256.of(code);
    }

    /** A link that only its recipient is to know. */
    public static final class NewLink {

        private final String code;
        private final EntryLink link;

        private NewLink(String code, EntryLink link) {
            this.code = code;
            this.link = link;
        }

        /** What stands in it; to be kept and written nowhere but in the mail. */
        public String code() {
            return code;
        }

        public Instant endsAt() {
            return link.endsAt();
        }
    }

    /** @param personId whose link it is; empty when it is nobody's */
    public record Found(LinkState state, String personId) {}
}

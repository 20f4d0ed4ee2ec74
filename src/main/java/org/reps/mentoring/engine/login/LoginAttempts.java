package org.reps.mentoring.engine.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.reps.mentoring.web.IpAddress;
import org.springframework.modulith.NamedInterface;
import org.springframework.util.StringUtils;

/**
 * Slows down whoever tries passwords, by where they come from: an address has ten wrong passwords in five minutes for
 * one person, and fifty for all. Nobody is locked out for good, and what a stranger does elsewhere never keeps the
 * person themself from logging in. The same holds for whoever says that they have forgotten theirs, counted apart.
 */
@NamedInterface("attempts")
public final class LoginAttempts {

    private static final int FOR_ONE_PERSON = 10;
    private static final int FOR_ALL = 50;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Of an IPv6 address the part that says whose it is; the rest everybody may choose for themself. */
    private static final int NETWORK_BYTES = 8;

    /** Some proxies add the port, which everybody may choose too, and systems the network interface. */
    private static final Pattern WITH_MORE =
            Pattern.compile("^(?:([\\d.]+):\\d+|\\[([^\\]%]*)[^\\]]*\\](?::\\d+)?|([^\\[%]*)%.*)$");

    private static final int LONGEST_USER_ID = 64;

    private final Cache<Pair, AtomicInteger> forOnePerson;
    private final Cache<String, AtomicInteger> forAll;

    /** @param ticker the time that passes, in nanoseconds */
    public LoginAttempts(Ticker ticker) {
        this.forOnePerson = counters(ticker);
        this.forAll = counters(ticker);
    }

    /**
     * Counts an attempt before its outcome is known, so that many at once are no way around.
     *
     * @param address where the request comes from
     * @param userId whom it is about, as it was written
     * @throws TooManyAttempts when there were too many already; such an attempt does not make the wait longer
     */
    public void begin(String address, String userId) {
        var network = network(address);
        count(forAll, network, FOR_ALL);
        count(forOnePerson, new Pair(network, userId), FOR_ONE_PERSON);
    }

    /** Takes back what {@link #begin} has counted: the password was right, or what was tried in place of one. */
    public void succeeded(String address, String userId) {
        var network = network(address);
        forOnePerson.invalidate(new Pair(network, userId));
        var count = forAll.getIfPresent(network);
        if (count != null) {
            // Not all of them: somebody with an account of their own would start anew with each login.
            count.decrementAndGet();
        }
    }

    /** The wrong passwords before say nothing any more: this person has another one now. */
    void forget(String userId) {
        var truncated = new Pair("", userId).userId;
        forOnePerson.asMap().keySet().removeIf(pair -> pair.userId.equals(truncated));
    }

    private static <K> void count(Cache<K, AtomicInteger> counters, K key, int limit) {
        if (counters.get(key, first -> new AtomicInteger()).incrementAndGet() > limit) {
            var age = counters.policy()
                    .expireAfterWrite()
                    .orElseThrow()
                    .ageOf(key)
                    .orElse(Duration.ZERO);
            throw new TooManyAttempts(WINDOW.minus(age));
        }
    }

    /** A counter is written once and lives for the time of one window. */
    private static <K> Cache<K, AtomicInteger> counters(Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(WINDOW)
                .maximumSize(100_000)
                .build();
    }

    /** The whole of an IPv4 address, however it is written; whatever is no address is one and the same. */
    private static String network(String address) {
        return IpAddress.bytesOf(WITH_MORE.matcher(address).replaceFirst("$1$2$3"))
                .map(bytes -> Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES))))
                .orElse("");
    }

    private record Pair(String network, String userId) {

        Pair {
            userId = StringUtils.truncate(userId, LONGEST_USER_ID);
        }
    }
}

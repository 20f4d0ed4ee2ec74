package org.reps.mentoring.wayin;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Everybody.Account;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.MailAddress;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.wayin.WayIn.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Those who have an account and no password, and the mails by which they choose one. */
@Component
public class Invitations {

    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);

    /** As many mails as are written within some seconds, so that no page waits for long; the next round goes on. */
    private static final int MOST_IN_A_ROUND = 500;

    /** So soon after the last one, another mail would be a slip. */
    private static final Duration A_MOMENT = Duration.ofMinutes(10);

    private final LocalPasswords local;
    private final Everybody everybody;
    private final People people;
    private final WaysIn ways;
    private final EntryLinks links;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            LocalPasswords local,
            Everybody everybody,
            People people,
            WaysIn ways,
            EntryLinks links,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.local = local;
        this.everybody = everybody;
        this.people = people;
        this.ways = ways;
        this.links = links;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * All who cannot log in because they have no password: first those after whom somebody may have to look, and by
     * their names. Whoever is in no group is left out.
     */
    public Standing standing() {
        if (!local.areOn()) {
            return new Standing(false, List.of());
        }
        var known = ways.findAll().stream().collect(toMap(WayIn::id, Function.identity()));
        var ends = links.ends();
        var names = people.names();
        var now = clock.instant();
        return new Standing(
                true,
                everybody.accounts().values().stream()
                        .filter(account ->
                                !account.hasPassword() && !account.groups().isEmpty())
                        .map(account ->
                                invitee(account, names.getOrDefault(id(account), id(account)), known, ends, now))
                        .sorted(comparing(Invitee::state)
                                .thenComparing(Invitee::name)
                                .thenComparing(Invitee::userId))
                        .toList());
    }

    /**
     * How many have no password and so cannot log in, for those who may know that and not of whom it is true. Whoever
     * is in no group is left out.
     *
     * @return empty where people sign in with what they have elsewhere
     */
    @Transactional(readOnly = true)
    public Optional<WithoutPassword> withoutPassword() {
        if (!local.areOn()) {
            return Optional.empty();
        }
        var accounts = everybody.accounts().values().stream()
                .filter(account -> !account.groups().isEmpty())
                .toList();
        return Optional.of(new WithoutPassword(
                without(accounts.stream()),
                Stream.of(Group.MENTORS, Group.REPS, Group.COUNCIL)
                        .map(group -> new OfGroup(
                                group,
                                (int) accounts.stream()
                                        .filter(account -> account.isIn(group))
                                        .count(),
                                without(accounts.stream().filter(account -> account.isIn(group)))))
                        .toList()));
    }

    private static int without(Stream<Account> accounts) {
        return (int) accounts.filter(account -> !account.hasPassword()).count();
    }

    private static String id(Account account) {
        return account.person().id();
    }

    private static Invitee invitee(
            Account account, String name, Map<String, WayIn> known, Map<String, Instant> ends, Instant now) {
        var userId = id(account);
        var way = known.getOrDefault(userId, WayIn.of(userId));
        var end = ends.get(userId);
        var progress = way.progressAt(now, MailAddress.isOne(account.person().email()), end);
        return new Invitee(userId, name, progress, way.invitedAt(), progress == Progress.ON_ITS_WAY ? null : end);
    }

    /**
     * Invites some who have not been, each for themself: one with whom it fails stops no other. Nobody is invited twice
     * by doing so again.
     *
     * @param over whether those are meant whose invitation has ended; otherwise those who were never invited
     */
    public Round invite(boolean over) {
        requireLocalPasswords();
        var wanted = over ? Progress.OVER : Progress.NOT_INVITED;
        var waiting = standing().people().stream()
                .filter(invitee -> invitee.state() == wanted)
                .map(Invitee::userId)
                .toList();
        var invited = 0;
        var failed = 0;
        for (var userId : waiting) {
            if (invited == MOST_IN_A_ROUND) {
                break;
            }
            try {
                transaction.executeWithoutResult(status -> invite(userId));
                invited++;
            } catch (RuntimeException e) {
                LOG.warn("{} could not be invited", userId, e);
                failed++;
            }
        }
        return new Round(invited, failed, waiting.size() - invited - failed);
    }

    /**
     * Sends somebody another link; one that they have keeps working.
     *
     * @throws Refusal when they have a password, no address, or got a mail just now
     */
    public void inviteAnew(String userId) {
        requireLocalPasswords();
        var invitee = standing().people().stream()
                .filter(other -> other.userId().equals(userId))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is nobody with the user name " + userId
                        + " who has no password. Whoever has one can say on the login page that they forgot it."));
        if (!MailAddress.isOne(people.find(userId).orElseThrow().email())) {
            throw new Refusal(invitee.name() + " has no mail address that mails could be sent to."
                    + " Please set it in Camunda Admin.");
        }
        transaction.executeWithoutResult(status -> invite(userId));
    }

    private void invite(String userId) {
        var way = ways.findById(userId).orElseGet(() -> WayIn.of(userId));
        var now = clock.instant();
        if (way.invitedAt() != null && now.isBefore(way.invitedAt().plus(A_MOMENT))) {
            throw new Refusal(people.name(userId) + " was invited a moment ago. A mail takes a few minutes.");
        }
        ways.save(way.invited(now));
        notices.letIn(userId, true, now);
    }

    private void requireLocalPasswords() {
        if (!local.areOn()) {
            throw new Refusal("Nobody has a password here: people log in with what they have elsewhere.");
        }
    }

    /**
     * How it stands with those who have no password.
     *
     * @param on whether people log in with passwords that are kept here
     */
    public record Standing(boolean on, List<Invitee> people) {

        /** How many of them are that far. */
        long in(Progress progress) {
            return people.stream()
                    .filter(invitee -> invitee.state() == progress)
                    .count();
        }

        /** How many were never invited, and can be. */
        public long notInvited() {
            return in(Progress.NOT_INVITED);
        }

        /** How many invitations have ended. */
        public long over() {
            return in(Progress.OVER);
        }

        /** The user names of those who cannot be invited. */
        public List<String> withoutAddress() {
            return people.stream()
                    .filter(invitee -> invitee.state() == Progress.NO_ADDRESS)
                    .map(Invitee::userId)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Somebody without a password.
     *
     * @param name as others read it
     * @param invitedAt null when they were not
     * @param endsAt until when their link works or worked; null when none was sent
     */
    public record Invitee(
            String userId,
            String name,
            Progress state,
            @Nullable Instant invitedAt,
            @Nullable Instant endsAt) {

        /** How far their invitation is, in one word. */
        public String progress() {
            return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What became of one round.
     *
     * @param invited how many mails were written
     * @param failed with how many it failed; the log says why
     * @param left how many are still to be invited, by another round
     */
    public record Round(int invited, int failed, int left) {}

    /**
     * How many have no password.
     *
     * @param people all of them, each once
     */
    public record WithoutPassword(int people, List<OfGroup> groups) {}

    /** How many people are in a group, and how many of these have no password. */
    public record OfGroup(Group group, int people, int withoutPassword) {}
}

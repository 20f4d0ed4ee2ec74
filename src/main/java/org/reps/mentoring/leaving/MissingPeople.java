package org.reps.mentoring.leaving;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.resignation.LeavingMentors;
import org.reps.mentoring.tellperson.OneOfMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices who is not there any more without anybody having said it: an account or a membership was taken away in the
 * database, or in a directory. Whom somebody depends on the council is asked about, once.
 */
@Component("missingPeople")
@Transactional
public class MissingPeople {

    private static final Logger LOG = LoggerFactory.getLogger(MissingPeople.class);

    private final Leavings leavings;
    private final LeavingProcess process;
    private final Goodbye goodbye;
    private final LeavingMentors leavingMentors;
    private final KnownPeople known;
    private final Everybody everybody;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final OneOfMany oneOfMany;
    private final Days days;

    MissingPeople(
            Leavings leavings,
            LeavingProcess process,
            Goodbye goodbye,
            LeavingMentors leavingMentors,
            KnownPeople known,
            Everybody everybody,
            Mentorships mentorships,
            Mentors mentors,
            OneOfMany oneOfMany,
            Days days) {
        this.leavings = leavings;
        this.process = process;
        this.goodbye = goodbye;
        this.leavingMentors = leavingMentors;
        this.known = known;
        this.everybody = everybody;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.oneOfMany = oneOfMany;
        this.days = days;
    }

    /**
     * Looks at everybody who guides or is guided, and at the other mentors and those who wait for one.
     *
     * @param most more do not leave at once, if they are more than half of all: then their accounts are out of reach,
     *     and nothing is done but to say so in the log
     */
    public void notice(int most) {
        var accounts = everybody.accounts();
        known.register(accounts.keySet());
        var running = mentorships.running();
        var guided = running.stream().map(Mentorship::menteeId).collect(toSet());
        var guiding = running.stream().map(Mentorship::mentorId).collect(toSet());
        var all = mentors.findAll().stream()
                .filter(mentor -> !mentor.hasResigned())
                .map(Mentor::id)
                .collect(toCollection(TreeSet::new));
        var reps = new HashSet<>(guided);
        mentorships.waiting().forEach(waiting -> reps.add(waiting.repId()));
        var missing = new TreeSet<String>();
        reps.stream().filter(id -> !isIn(Group.REPS, id, accounts)).forEach(missing::add);
        all.stream().filter(id -> !isIn(Group.MENTORS, id, accounts)).forEach(missing::add);
        all.addAll(reps);
        if (missing.size() > most && missing.size() * 2 > all.size()) {
            LOG.error(
                    "{} of {} people of the programme have no account or group any more. That many do not leave at once,"
                            + " so nobody is asked about them; please see whether their accounts are out of reach.",
                    missing.size(),
                    all.size());
            return;
        }
        known.register(missing);
        for (var personId : missing) {
            var depends = guided.contains(personId) || guiding.contains(personId);
            oneOfMany.isDone(() -> notice(personId, depends, accounts.get(personId)));
        }
    }

    private void notice(String personId, boolean depends, Everybody.@Nullable Account account) {
        // Whose account is closed, has left: what they leave behind ends one after the other, this may be in between.
        if (!known.isLocked(personId) || known.hasLeft(personId) || leavings.existsByOpenPerson(personId)) {
            return;
        }
        if (!depends) {
            if (account == null || account.groups().isEmpty()) {
                leavings.save(Leaving.noticed(personId, days.ofProgramme()));
                goodbye.now(personId);
            } else {
                leavingMentors.endAll(personId);
            }
        } else if (account != null
                || known.find(personId)
                        .filter(found -> found.missingSince() != null)
                        .isEmpty()) {
            if (account == null) {
                known.isMissing(personId, days.ofProgramme());
            }
            var noticed = leavings.save(Leaving.noticed(personId, days.ofProgramme()));
            process.start(
                    personId,
                    noticed.id(),
                    mentorships.ofMentee(personId).map(Mentorship::id).orElse(""));
        }
    }

    private static boolean isIn(Group group, String userId, Map<String, Everybody.Account> accounts) {
        var account = accounts.get(userId);
        return account != null && account.isIn(group);
    }
}

package org.reps.mentoring.movein;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.checkin.EarlierMeetings;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mailsettings.MailChoices;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.BroughtAlong;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.WentLive;
import org.reps.mentoring.sheet.Faults;
import org.reps.mentoring.sheet.Sheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the people and mentorships of two files into the programme, all of it in one transaction or nothing, and
 * writes them into such files. A trial changes nothing and locks nothing; it looks at each line as the real thing does.
 */
@Component
public class MoveIn {

    private static final Logger LOG = LoggerFactory.getLogger(MoveIn.class);

    /** No statement takes any number of values. */
    private static final int AT_ONCE = 1000;

    private final Everybody everybody;
    private final KnownPeople everKnown;
    private final Reps reps;
    private final Mentors mentors;
    private final Reaches reaches;
    private final MailChoices choices;
    private final BroughtAlong mentorships;
    private final EarlierMeetings meetings;
    private final LastPlans plans;
    private final MentoringRules rules;
    private final WentLive wentLive;
    private final Days days;
    private final TransactionTemplate transaction;

    MoveIn(
            Everybody everybody,
            KnownPeople everKnown,
            Reps reps,
            Mentors mentors,
            Reaches reaches,
            MailChoices choices,
            BroughtAlong mentorships,
            EarlierMeetings meetings,
            LastPlans plans,
            MentoringRules rules,
            WentLive wentLive,
            Days days,
            TransactionTemplate transaction) {
        this.everybody = everybody;
        this.everKnown = everKnown;
        this.reps = reps;
        this.mentors = mentors;
        this.reaches = reaches;
        this.choices = choices;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.plans = plans;
        this.rules = rules;
        this.wentLive = wentLive;
        this.days = days;
        this.transaction = transaction;
    }

    /** What would become of these files; nothing is changed. */
    public Outcome tried(Files files) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return come(files, false);
        }));
    }

    /**
     * Brings them in, if nothing is wrong with them.
     *
     * @throws Refusal when somebody else has changed the same at this moment
     */
    public Outcome done(Files files) {
        try {
            var outcome = Objects.requireNonNull(transaction.execute(status -> come(files, true)));
            if (!outcome.isRefused()) {
                LOG.info("Moved in. {}", String.join(" ", outcome.numbers()));
            }
            return outcome;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException | DbActionExecutionException e) {
            // Without what it is wrapped in, which quotes all that was to be kept of somebody.
            LOG.warn("Moving in was refused by the database", NestedExceptionUtils.getMostSpecificCause(e));
            throw new Refusal(
                    "Somebody else has changed the same at this moment, so nothing was changed. Please try again.");
        }
    }

    private Outcome come(Files files, boolean reallyDo) {
        var faults = new Faults(List.of(PeopleFile.NAME, MentorshipsFile.NAME));
        var people =
                files.people() == null ? List.<PeopleFile.Line>of() : PeopleFile.read(files.people(), rules, faults);
        var together = files.mentorships() == null
                ? List.<MentorshipsFile.Line>of()
                : MentorshipsFile.read(files.mentorships(), faults);
        if (!faults.areInLines()) {
            return Outcome.refused(faults);
        }
        if (reallyDo) {
            mentorships.lock();
        }
        var known = known();
        var peoplePlan = new PeoplePlan(known, rules, everKnown::problem, everKnown::hasLeft);
        people.forEach(peoplePlan::add);
        var mentorshipsPlan = new MentorshipsPlan(known, peoplePlan, rules, wentLive);
        together.forEach(mentorshipsPlan::add);
        if (mentorshipsPlan.needsDayOfMovingIn) {
            faults.add("", null, null, wentLive.pleaseSet());
        }
        if (!faults.all().isEmpty()) {
            return Outcome.refused(faults);
        }
        if (reallyDo) {
            keep(peoplePlan, mentorshipsPlan);
        }
        return Outcome.of(peoplePlan, mentorshipsPlan, reallyDo);
    }

    private Known known() {
        var all = mentorships.all();
        var lastPlans = new HashMap<String, LastPlan>();
        var running =
                all.stream().filter(Mentorship::isRunning).map(Mentorship::id).toList();
        inParts(running, some -> lastPlans.putAll(plans.of(some)));
        return new Known(
                everybody.accounts(),
                Known.byId(reps.findAll(), Rep::id),
                Known.byId(mentors.findAll(), Mentor::id),
                Known.byId(reaches.findAll(), Reach::id),
                Known.byId(choices.findAll(), MailChoice::id),
                all,
                lastPlans,
                meetings.withCheckInHere(),
                days.ofProgramme());
    }

    private void keep(PeoplePlan people, MentorshipsPlan plan) {
        everybody.save(people.changes);
        reps.saveAll(people.reps);
        mentors.saveAll(people.mentors);
        reaches.saveAll(people.reaches);
        choices.saveAll(people.choices);
        // What was before their mentees came along must not make them silent mentors.
        var now = days.nowForMany();
        plan.beginning.forEach(mentorId -> mentors.noteAnswer(mentorId, now.dayOf(mentorId)));
        mentorships.keep(plan.kept);
        meetings.keep(plan.meetings);
        meetings.spread(plan.dated, wentLive.notBefore(days.ofProgramme()));
    }

    /** All people of the programme, in a file that can be brought in elsewhere; without the operator. */
    public byte[] people() {
        return Sheet.write(PeopleFile.COLUMNS, Objects.requireNonNull(transaction.execute(status -> {
            var known = known();
            return known.accounts().values().stream()
                    .filter(account -> !account.isOperator())
                    .map(account -> PeopleFile.row(PeopleFile.Line.of(account, known)))
                    .filter(row -> !row.get(PeopleFile.COLUMNS.indexOf(PeopleFile.GROUPS))
                            .isEmpty())
                    .sorted(comparing(row -> row.get(0)))
                    .toList();
        })));
    }

    /** All running mentorships, in a file that can be brought in elsewhere. */
    public byte[] mentorships() {
        return Sheet.write(MentorshipsFile.COLUMNS, Objects.requireNonNull(transaction.execute(status -> {
            var known = known();
            return known.runningByRep().values().stream()
                    .map(running -> MentorshipsFile.row(
                            running, known.plans().get(running.id()), Mentorship.earliestEnd(rules, known.today())))
                    .sorted(comparing(row -> row.get(0) + " " + row.get(1)))
                    .toList();
        })));
    }

    private static <T> void inParts(List<T> all, Consumer<List<T>> use) {
        for (var begin = 0; begin < all.size(); begin += AT_ONCE) {
            use.accept(all.subList(begin, Math.min(begin + AT_ONCE, all.size())));
        }
    }

    /** What somebody brings, as it was read from the disk; null for a file that they have not brought. */
    public record Files(byte @Nullable [] people, byte @Nullable [] mentorships) {}
}

package org.reps.mentoring.checkin;

import static java.util.Comparator.comparing;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yearly meetings that mentorships had before the programme moved in: the last one is kept as what was agreed in
 * it, and where one was overdue the next one waits for its turn, so that not all of them begin on one day.
 */
@Component
@Transactional
public class EarlierMeetings {

    private final CheckInTable table;
    private final JdbcTemplate database;
    private final MentoringRules rules;

    EarlierMeetings(CheckInTable table, JdbcTemplate database, MentoringRules rules) {
        this.table = table;
        this.database = database;
        this.rules = rules;
    }

    /** The mentorships that have had a check-in here; what was agreed before counts no more for them. */
    @Transactional(readOnly = true)
    public Set<String> withCheckInHere() {
        return table.withCheckInHere();
    }

    /**
     * The last meeting of each of these mentorships, in place of what was known of one before.
     *
     * @param mentorships with the last meeting of each
     */
    public void keep(Map<Mentorship, LastPlans.LastPlan> mentorships) {
        if (mentorships.isEmpty()) {
            return;
        }
        var ids = mentorships.keySet().stream().map(Mentorship::id).toList();
        table.deleteAll(table.findByMentorshipIdInAndOutcomeIsNotNullOrderByDueOn(ids).stream()
                .filter(CheckIn::isFromBefore)
                .toList());
        var kept = new ArrayList<CheckIn>();
        mentorships.forEach((mentorship, last) -> kept.add(CheckIn.fromBefore(
                UUID.randomUUID().toString(),
                mentorship,
                mentorship.committedUntil().minus(rules.commitment()),
                last.heldOn(),
                last.plans())));
        table.saveAll(kept);
    }

    /**
     * Lets the check-ins of those of these mentorships that would begin at once begin one after the other, evenly over
     * the time of {@link MentoringRules#overdueCheckIns()}: what has been overdue longest first, and of one mentor not
     * the next one before others had their first. Where two are still committed, it begins before that ends.
     *
     * @param mentorships none of them has had a check-in here
     * @param from the day on which they would begin
     */
    public void spread(Collection<Mentorship> mentorships, LocalDate from) {
        var atOnce = mentorships.stream()
                .filter(mentorship -> !mentorship.committedUntil().isAfter(from.plus(rules.checkInDueBefore())))
                .sorted(comparing(Mentorship::committedUntil).thenComparing(Mentorship::menteeId))
                .toList();
        var turns = new HashMap<String, Integer>();
        var turn = new HashMap<String, Integer>();
        atOnce.forEach(one -> turns.put(one.id(), turn.merge(one.mentorId(), 1, Integer::sum)));
        var inTurn = atOnce.stream()
                .sorted(comparing(one -> turns.getOrDefault(one.id(), 0)))
                .toList();
        var time = ChronoUnit.DAYS.between(from, from.plus(rules.overdueCheckIns()));
        var rows = new ArrayList<Object[]>();
        for (var place = 0; place < inTurn.size(); place++) {
            var one = inTurn.get(place);
            var day = from.plusDays(1 + place * time / inTurn.size());
            var until = one.committedUntil();
            var begins = until.isAfter(from) && until.isBefore(day) ? until : day;
            rows.add(new Object[] {one.id(), Date.valueOf(begins)});
        }
        database.batchUpdate(
                "delete from later_check_in where mentorship_id = ?",
                mentorships.stream().map(one -> new Object[] {one.id()}).toList());
        database.batchUpdate("insert into later_check_in (mentorship_id, begins_on) values (?, ?)", rows);
    }
}

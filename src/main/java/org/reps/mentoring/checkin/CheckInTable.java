package org.reps.mentoring.checkin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

/** All check-ins, of this year and of those before. */
interface CheckInTable extends Aggregates<CheckIn> {

    @Override
    @Query("select id from check_in where id = :id for update")
    Optional<String> lockRow(String id);

    /**
     * The running mentorships whose commitment ends by that day and that have no check-in under way nor one that was
     * due in the year before that day, what ends first coming first. Whatever waits for its turn after the programme
     * moved in is left out.
     */
    @Query("""
            select mentorship_id from last_check_in
            where committed_until <= :by and under_way = 0 and (due_on is null or due_on <= :yearBefore)
            and mentorship_id not in (select mentorship_id from later_check_in where begins_on > :today)
            order by committed_until, mentorship_id limit :most""")
    List<String> due(LocalDate by, LocalDate yearBefore, LocalDate today, int most);

    /** Those of these mentorships that have a check-in under way, or one that was due after that day. */
    @Query("""
            select distinct mentorship_id from check_in
            where mentorship_id in (:mentorshipIds) and (outcome is null or due_on > :yearBefore)""")
    List<String> withCheckIn(Collection<String> mentorshipIds, LocalDate yearBefore);

    /** All check-ins of a mentorship, the latest first. */
    List<CheckIn> findByMentorshipIdOrderByDueOnDesc(String mentorshipId);

    /** All check-ins of these mentorships that are over, the latest last. */
    List<CheckIn> findByMentorshipIdInAndOutcomeIsNotNullOrderByDueOn(Collection<String> mentorshipIds);

    /** All check-ins of these mentorships that are under way. */
    List<CheckIn> findByMentorshipIdInAndOutcomeIsNull(Collection<String> mentorshipIds);

    /** How the check-ins that were to be held after the first and up to the last day have gone. */
    @Query("""
            select extract(year from c.hold_by) as due_year, extract(month from c.hold_by) as due_month,
                count(*) as due, count(p.check_in) as held,
                sum(case when p.check_in is null and c.outcome is null then 1 else 0 end) as overdue
            from check_in c left join check_in_plan p on p.check_in = c.id
            where c.hold_by > :after and c.hold_by <= :until
            group by extract(year from c.hold_by), extract(month from c.hold_by)
            order by 1, 2""")
    List<DueInMonth> byMonth(LocalDate after, LocalDate until);

    int countByHoldByAfterAndOutcomeIsNull(LocalDate day);

    /**
     * The mentorships that have had one since the programme moved in; what was agreed before was arranged elsewhere.
     */
    @Query("""
            select distinct c.mentorship_id from check_in c
            left join check_in_plan p on p.check_in = c.id
            left join check_in_meeting m on m.check_in = c.id
            where p.check_in is null or m.check_in is not null""")
    Set<String> withCheckInHere();

    record DueInMonth(int dueYear, int dueMonth, int due, int held, int overdue) {}
}

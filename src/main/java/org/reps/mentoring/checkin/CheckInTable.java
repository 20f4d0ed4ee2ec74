package org.reps.mentoring.checkin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All check-ins, of this year and of those before. */
interface CheckInTable extends ListCrudRepository<CheckIn, String> {

    /**
     * The running mentorships whose commitment ends by that day and that have no check-in under way nor one that was
     * due in the year before that day; locked, so that of two who ask at once the second waits and then asks
     * {@link #withCheckIn}.
     */
    @Query("""
            select m.id from mentorship m
            where m.running_mentee is not null and m.committed_until <= :by and not exists (
                select 1 from check_in c
                where c.mentorship_id = m.id and (c.outcome is null or c.due_on > :yearBefore))
            order by m.committed_until, m.id limit :most for update""")
    List<String> lockDue(LocalDate by, LocalDate yearBefore, int most);

    /** Those of these mentorships that have such a check-in by now. */
    @Query("""
            select distinct mentorship_id from check_in
            where mentorship_id in (:mentorshipIds) and (outcome is null or due_on > :yearBefore)""")
    List<String> withCheckIn(Collection<String> mentorshipIds, LocalDate yearBefore);

    /** All check-ins of a mentorship, the latest first. */
    List<CheckIn> findByMentorshipIdOrderByDueOnDesc(String mentorshipId);

    /** All check-ins of these mentorships that are over, the latest last. */
    List<CheckIn> findByMentorshipIdInAndOutcomeIsNotNullOrderByDueOn(Collection<String> mentorshipIds);

    /** How the check-ins that were due after the first and up to the last day have gone. */
    @Query("""
            select extract(year from c.due_on) as due_year, extract(month from c.due_on) as due_month,
                count(*) as due, count(p.check_in) as held,
                sum(case when p.check_in is null and c.outcome is null then 1 else 0 end) as overdue
            from check_in c left join check_in_plan p on p.check_in = c.id
            where c.due_on > :after and c.due_on <= :until
            group by extract(year from c.due_on), extract(month from c.due_on)
            order by 1, 2""")
    List<DueInMonth> byMonth(LocalDate after, LocalDate until);

    int countByDueOnAfter(LocalDate day);

    record DueInMonth(int dueYear, int dueMonth, int due, int held, int overdue) {}
}

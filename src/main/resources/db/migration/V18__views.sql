-- What a package asks of the tables of others stands in a view of its own, so that its queries name nothing else.

-- Of mentorship: the reps who wait for a mentor, and the day on which they began to look for one, or on which the last
-- mentor was gone, whatever was later.
create view open_assignment as
select r.id as rep_id, coalesce(
    (select max(o.began_on) from onboarding o where o.open_rep = r.id),
    (select max(x.ended_on) from resignation x join mentorship p on p.mentor_id = x.mentor_id
        where p.running_mentee = r.id),
    (select max(p.ended_on) from mentorship p where p.mentee_id = r.id and p.end_reason = 'mentor gone'
        and not exists (select 1 from onboarding o
            where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR' and o.began_on >= p.ended_on)),
    (select max(o.began_on) from onboarding o where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR'),
    r.joined_on) as since
from rep r
where not exists (select 1 from mentorship p join mentor m on m.id = p.mentor_id
    where p.running_mentee = r.id and m.status <> 'RESIGNED')
and (exists (select 1 from mentorship p where p.running_mentee = r.id)
    or exists (select 1 from onboarding o
        where o.rep_id = r.id
        and (o.open_rep is not null
            or (o.outcome = 'WITHOUT_MENTOR' and not exists (select 1 from mentorship p
                where p.mentee_id = r.id and p.began_on >= o.began_on))))
    or exists (select 1 from mentorship p
        where p.mentee_id = r.id and p.end_reason = 'mentor gone'
        and not exists (select 1 from mentorship later
            where later.mentee_id = r.id and later.id <> p.id
            and (later.began_on > p.began_on
                or (later.began_on = p.began_on and later.ended_on > p.ended_on)))));

-- Of checkin: the running mentorships, the last check-in that was due in them, and how many are under way.
create view last_check_in as
select m.id as mentorship_id, m.committed_until,
    (select max(c.due_on) from check_in c where c.mentorship_id = m.id) as due_on,
    (select count(*) from check_in c where c.mentorship_id = m.id and c.outcome is null) as under_way
from mentorship m where m.running_mentee is not null;

-- Of inactivity: what is known of each mentor by which one can tell whether they are silent.
create view mentor_heard_of as
select m.id as mentor_id, m.status, m.away_from, m.away_until, m.answered_on,
    (select min(p.began_on) from mentorship p where p.mentor_id = m.id and p.running_mentee is not null)
        as guides_since,
    (select max(s.ended_on) from inactivity s where s.mentor_id = m.id and s.outcome = 'ACTIVE') as found_active_on,
    (select count(*) from inactivity s where s.open_mentor = m.id) as being_asked,
    (select max(s.began_on) from inactivity s where s.open_mentor = m.id) as asked_on
from mentor m;

-- Of resignation: what has become of the mentees of everybody who is leaving.
create view resignation_under_way as
select r.mentor_id, r.last_day, r.acknowledged_on is not null as acknowledged,
    (select count(distinct m.mentee_id) from mentorship m
        join mentorship n on n.running_mentee = m.mentee_id and n.mentor_id <> r.mentor_id
        where m.mentor_id = r.mentor_id and (m.ended_on is null or m.ended_on >= r.acknowledged_on)) as placed,
    (select count(*) from mentorship m where m.mentor_id = r.mentor_id and m.running_mentee is not null) as to_place
from resignation r where r.open_mentor is not null;

-- Of calendar: where people have said that they live, as a rep, as a mentor and in their mail settings; the highest place
-- counts.
create view time_zone_said as
select id, time_zone, 1 as place from mentor
union all select id, time_zone, 2 as place from rep
union all select id, time_zone, 3 as place from mail_choice where time_zone is not null;

-- One session that a rep asks a mentor for, and what became of it; what exactly is asked stands in its case only.
create table coaching_session (
    id varchar(64) not null primary key,
    asker_id varchar(64) not null,
    skill varchar(100) not null,
    by_name boolean not null,
    mentor_id varchar(64),
    state varchar(10) not null,
    uid varchar(64),
    sequence integer,
    starts_at timestamp with time zone,
    place varchar(400),
    asked_on date not null,
    worked_on varchar(4000) not null,
    what_next varchar(4000) not null,
    version integer not null,
    constraint coaching_session_state check (state in ('ASKED', 'PROPOSED', 'ARRANGED', 'HELD', 'OFF')),
    constraint coaching_session_meeting check (
        (uid is null and sequence is null and starts_at is null and place is null)
        or (uid is not null and sequence is not null and starts_at is not null and place is not null))
);
create index coaching_session_asker on coaching_session (asker_id);
create index coaching_session_mentor on coaching_session (mentor_id);

-- Who has said no to it, or nothing: they are not asked for the same again for a while.
create table declined_session (
    coaching_session varchar(64) not null references coaching_session (id),
    mentor_id varchar(64) not null,
    declined_on date not null,
    primary key (coaching_session, mentor_id)
);

-- How many sessions a month a mentor gives; null as long as they have said nothing.
alter table mentor add column sessions_a_month integer;

-- As they were: they read a table that is changed above, and H2 goes on with what such a view has answered before, until it is
-- made anew or the database is opened again.
drop view without_mentor;
drop view open_assignment;
drop view mentor_heard_of;
drop view time_zone_said;
create view time_zone_said as
select id, time_zone, 1 as place from rep
union all select id, time_zone, 2 as place from mentor
union all select id, time_zone, 3 as place from mail_choice where time_zone is not null;

create view mentor_heard_of as
select m.id as mentor_id, m.status, m.away_from, m.away_until, m.answered_on,
    (select min(p.began_on) from mentorship p where p.mentor_id = m.id and p.running_mentee is not null)
        as guides_since,
    (select max(s.ended_on) from inactivity s where s.mentor_id = m.id and s.outcome = 'ACTIVE') as found_active_on,
    (select count(*) from inactivity s where s.open_mentor = m.id) as being_asked,
    (select max(s.began_on) from inactivity s where s.open_mentor = m.id) as asked_on
from mentor m;

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
where not exists (select 1 from known_person k where k.id = r.id and k.left_on is not null)
and not exists (select 1 from mentorship p join mentor m on m.id = p.mentor_id
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

create view without_mentor as
select r.id as rep_id, r.joined_on
from rep r
where not exists (select 1 from known_person k where k.id = r.id and k.left_on is not null)
and not exists (select 1 from mentorship p where p.running_mentee = r.id)
and not exists (select 1 from mentor m where m.id = r.id and m.status <> 'RESIGNED')
and not exists (select 1 from open_assignment o where o.rep_id = r.id);

-- How two who are together keep in touch, one for each mentorship at most; forgotten when they are apart.
create table keep_in_touch (
    id varchar(64) not null primary key references mentorship (id),
    next_on date not null,
    talked_on date,
    missed integer not null,
    asked varchar(10),
    mentor_asked boolean not null,
    mentee_asked boolean not null,
    uid varchar(64),
    sequence integer,
    starts_at timestamp with time zone,
    zone varchar(64),
    place varchar(400),
    every varchar(20),
    version integer not null,
    constraint keep_in_touch_asked check (asked in ('MENTOR', 'MENTEE', 'BOTH')),
    constraint keep_in_touch_call check (
        (uid is null and sequence is null and starts_at is null and zone is null and place is null and every is null)
        or (uid is not null and sequence is not null and starts_at is not null and zone is not null
            and place is not null and every is not null))
);
create index keep_in_touch_next on keep_in_touch (next_on);

-- Everybody who is together, also those of whom nothing is known yet.
create view pair_in_touch as
select p.id, p.mentor_id, p.mentee_id, k.next_on, k.missed, k.asked
from mentorship p left join keep_in_touch k on k.id = p.id
where p.running_mentee is not null;

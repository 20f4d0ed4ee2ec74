-- Everybody who has, or ever had, an account. What is kept of somebody stands under their user name, so that this is
-- nobody else's when the account is gone.
create table known_person (
    id varchar(64) not null primary key,
    -- Two user names that differ only by capital letters are the same.
    small varchar(64) not null,
    left_on date,
    -- Since when their account is gone and the council has not said what becomes of it, or expects them back.
    missing_since date,
    expected boolean not null
);
create index known_person_small on known_person (small);

-- Whoever is in our tables, in the accounts, or in the history of the engine.
insert into known_person (id, small, expected)
select known.id, lower(known.id), false from (
    select id from rep
    union select id from mentor
    union select cover from mentor
    union select started_by from onboarding
    union select rep_id from onboarding
    union select host_id from check_in
    union select about_id from feedback
    union select reader_id from feedback_reading
    union select started_by from change_request
    union select decided_by from change_decision
    union select recipient_id from change_told
    union select member_id from inactivity_decision
    union select nominated_by from training
    union select decided_by from training_decision
    union select host_id from training_call
    union select former_host_id from training_call
    union select acknowledged_by from resignation
    union select author_id from programme_update
    union select person_id from update_recipient
    union select recipient_id from mail
    union select id from mail_choice
    union select id from reach
    union select id from unreachable_person
    union select ID_ from ACT_ID_USER
    union select START_USER_ID_ from ACT_HI_PROCINST
    union select ASSIGNEE_ from ACT_HI_TASKINST
    union select OWNER_ from ACT_HI_TASKINST
    union select ASSIGNEE_ from ACT_HI_ACTINST
    union select USER_ID_ from ACT_HI_IDENTITYLINK
    union select ASSIGNER_ID_ from ACT_HI_IDENTITYLINK
    union select USER_ID_ from ACT_HI_OP_LOG
) known
where known.id is not null and known.id <> '' and length(known.id) <= 64;

-- The way of one person out of the programme.
create table leaving (
    id varchar(64) not null primary key,
    person_id varchar(64) not null,
    -- Nobody leaves twice at the same time.
    open_person varchar(64),
    -- Null when nobody has said it: it was noticed that they are gone.
    said_by varchar(64),
    last_day date not null,
    reason varchar(255) not null,
    message varchar(4000) not null,
    state varchar(20) not null,
    began_on date not null,
    ended_on date,
    version integer not null,
    constraint leaving_one_at_a_time unique (open_person),
    constraint leaving_state check (
        (state in ('SAID', 'NOTICED') and open_person is not null and open_person = person_id and ended_on is null)
        or (state in ('STAYED', 'LEFT', 'MISTAKE') and open_person is null and ended_on is not null))
);
create index leaving_person on leaving (person_id);

-- Whoever has left waits for nobody.
drop view without_mentor;
create or replace view open_assignment as
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

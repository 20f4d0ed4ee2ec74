-- The day on which a mentor last completed a task, null before the first one. It stands beside what mentors and the
-- council decide and is written by a statement of its own, so that an answer never collides with such a decision.
alter table mentor add column answered_on date;

-- One case of a mentor who is asked whether they are still there.
create table silence (
    id varchar(64) not null primary key,
    mentor_id varchar(64) not null references mentor (id),
    open_mentor varchar(64),
    began_on date not null,
    round integer not null,
    outcome varchar(20),
    ended_on date,
    version integer not null,
    -- Nobody is asked twice at the same time, however many reports there are.
    constraint silence_one_per_mentor unique (open_mentor),
    constraint silence_open check (
        (ended_on is null and outcome is null and open_mentor is not null and open_mentor = mentor_id)
        or (ended_on is not null and outcome is not null and open_mentor is null))
);
create index silence_mentor on silence (mentor_id);

create table silence_report (
    id varchar(64) not null primary key,
    silence varchar(64) not null references silence (id),
    source varchar(20) not null,
    reported_on date not null
);
create index silence_report_silence on silence_report (silence);

create table silence_decision (
    silence varchar(64) not null references silence (id),
    round integer not null,
    member_id varchar(64) not null,
    answer varchar(20) not null,
    decided_on date not null,
    -- A quorum is made of different people.
    constraint silence_decision_once unique (silence, round, member_id)
);

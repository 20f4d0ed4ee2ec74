-- The domain's tables. The engine keeps its own (ACT_*). People's names and addresses are in the engine's tables only.

create table rep (
    id varchar(64) not null primary key,
    joined_on date not null,
    languages varchar(20) array not null,
    time_zone varchar(64) not null,
    skills_wanted varchar(64) array not null,
    goals varchar(4000) not null,
    note_for_mentor varchar(4000) not null,
    version integer not null
);

create table mentor (
    id varchar(64) not null primary key,
    status varchar(20) not null,
    capacity integer not null,
    skills varchar(64) array not null,
    languages varchar(20) array not null,
    time_zone varchar(64) not null,
    away_from date,
    away_until date,
    cover varchar(64),
    no_new_mentees_until date,
    version integer not null,
    constraint mentor_status check (status in ('ACTIVE', 'AWAY', 'INACTIVE', 'RESIGNED')),
    constraint mentor_capacity check (capacity >= 0),
    constraint mentor_away check (away_until >= away_from),
    constraint mentor_cover check (cover <> id)
);

create table mentorship (
    id varchar(64) not null primary key,
    mentee_id varchar(64) not null references rep (id),
    mentor_id varchar(64) not null references mentor (id),
    running_mentee varchar(64),
    began_on date not null,
    committed_until date not null,
    channel varchar(4000),
    contact_every varchar(20),
    ended_on date,
    end_reason varchar(255),
    version integer not null,
    -- Nobody has two mentors: null, once the mentorship has ended, may stand in many rows.
    constraint mentorship_one_per_mentee unique (running_mentee),
    constraint mentorship_running check (
        (ended_on is null and running_mentee is not null and running_mentee = mentee_id)
        or (ended_on is not null and running_mentee is null and end_reason is not null)),
    constraint mentorship_not_oneself check (mentee_id <> mentor_id),
    constraint mentorship_dates check (committed_until > began_on and (ended_on is null or ended_on >= began_on))
);
create index mentorship_mentor on mentorship (mentor_id, running_mentee);

create table matching_note (
    id varchar(64) not null primary key,
    mentee_id varchar(64) not null references rep (id),
    mentor_id varchar(64) references mentor (id),
    answer varchar(255) not null,
    reason varchar(4000) not null,
    noted_on date not null,
    version integer not null
);
create index matching_note_mentee on matching_note (mentee_id);

create table onboarding (
    id varchar(64) not null primary key,
    rep_id varchar(64) not null,
    open_rep varchar(64),
    started_by varchar(64) not null,
    began_on date not null,
    call_held_on date,
    outcome varchar(20),
    ended_on date,
    version integer not null,
    -- Nobody is onboarded twice at the same time.
    constraint onboarding_one_per_rep unique (open_rep),
    constraint onboarding_open check (
        (ended_on is null and open_rep is not null and open_rep = rep_id)
        or (ended_on is not null and open_rep is null and outcome is not null))
);

create table onboarding_note (
    onboarding varchar(64) not null references onboarding (id),
    kind varchar(20) not null,
    text varchar(4000) not null,
    constraint onboarding_note_once unique (onboarding, kind)
);

create table mail (
    id varchar(64) not null primary key,
    dedupe_key varchar(255) not null,
    notice varchar(64) not null,
    recipient_id varchar(64) not null,
    subject varchar(255) not null,
    text varchar(20000) not null,
    html varchar(40000) not null,
    state varchar(20) not null,
    written_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    version integer not null,
    constraint mail_told_once unique (dedupe_key),
    constraint mail_state check ((state = 'WAITING' and sent_at is null) or (state = 'SENT' and sent_at is not null))
);

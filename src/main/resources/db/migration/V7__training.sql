-- The way of a rep to become a mentor. Its state says how far they have come, also after it has ended.
create table training (
    id varchar(64) not null primary key,
    rep_id varchar(64) not null references rep (id),
    open_rep varchar(64),
    nominated_by varchar(64),
    began_on date not null,
    state varchar(20) not null,
    motivation varchar(4000) not null,
    languages varchar(20) array not null,
    skills varchar(64) array not null,
    capacity integer,
    time_zone varchar(64),
    ended_on date,
    version integer not null,
    -- Nobody is trained twice at the same time.
    constraint training_one_per_rep unique (open_rep),
    constraint training_state check (
        state in ('NOMINATED', 'WISHED', 'TRAINING', 'REPORTED', 'ACCEPTED', 'READY', 'MENTOR')),
    constraint training_open check (
        (ended_on is null and open_rep is not null and open_rep = rep_id and state <> 'MENTOR')
        or (ended_on is not null and open_rep is null)),
    constraint training_set_up check (state not in ('READY', 'MENTOR') or (capacity > 0 and time_zone is not null)),
    constraint training_not_by_oneself check (nominated_by <> rep_id)
);
create index training_rep on training (rep_id);

-- A training can be reported again when something was missing.
create table training_report (
    training varchar(64) not null references training (id),
    place integer not null,
    finished_on date not null,
    certificate varchar(500) not null,
    narrative varchar(4000) not null,
    practice_on date,
    reported_on date not null,
    constraint training_report_in_order unique (training, place)
);

create table training_decision (
    training varchar(64) not null references training (id),
    place integer not null,
    answer varchar(20) not null,
    decided_by varchar(64) not null,
    decided_on date not null,
    -- A reference to a sealed text: why, for contacts only, or what the rep is told.
    text varchar(255) not null,
    constraint training_decision_in_order unique (training, place),
    constraint training_decision_answer check (
        answer in ('WAIVE', 'NOT_YET', 'GO_ON', 'CLOSE', 'ACCEPT', 'MORE', 'REFUSE', 'DROP'))
);

create table training_call (
    training varchar(64) not null primary key references training (id),
    uid varchar(64) not null,
    sequence integer not null,
    host_id varchar(64) not null,
    -- Who was to hold it before somebody else moved it.
    former_host_id varchar(64),
    starts_at timestamp with time zone not null,
    place varchar(400) not null,
    not_come integer not null,
    held_on date
);

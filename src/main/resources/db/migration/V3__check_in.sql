-- A mail may carry a meeting into the receiver's calendar.
alter table mail add column invitation varchar(4000);

-- One check-in for each mentorship and year; who wished what is only kept until it is decided.
create table check_in (
    id varchar(64) not null primary key,
    mentorship_id varchar(64) not null references mentorship (id),
    due_on date not null,
    host_id varchar(64) not null,
    not_come integer not null,
    mentor_continues boolean,
    mentee_continues boolean,
    outcome varchar(20),
    drop_reason varchar(255),
    version integer not null,
    constraint check_in_once unique (mentorship_id, due_on),
    constraint check_in_outcome check (outcome in ('EXTENDED', 'CHANGE', 'DROPPED')),
    constraint check_in_wishes check (outcome is null or (mentor_continues is null and mentee_continues is null))
);

create table check_in_meeting (
    check_in varchar(64) not null primary key references check_in (id),
    uid varchar(64) not null,
    sequence integer not null,
    starts_at timestamp with time zone not null,
    place varchar(400) not null
);

create table check_in_plan (
    check_in varchar(64) not null primary key references check_in (id),
    held_on date not null,
    plans varchar(4000) not null,
    support varchar(4000) not null,
    channel varchar(200) not null,
    contact_every varchar(20) not null,
    mentee_remark varchar(4000) not null
);

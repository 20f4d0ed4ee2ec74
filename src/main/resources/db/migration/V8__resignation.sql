-- The last day of a mentor whose resignation is acknowledged. From then on they get no new mentees.
alter table mentor add column resigning_on date;

-- How often mentor and mentee have agreed on one more commitment.
alter table mentorship add column extended integer default 0 not null;

-- One resignation of a mentor.
create table resignation (
    id varchar(64) not null primary key,
    mentor_id varchar(64) not null references mentor (id),
    open_mentor varchar(64),
    -- Null as long as the mentor has not said it.
    last_day date,
    -- A reference to a sealed text; may be empty.
    reason varchar(255) not null,
    message varchar(4000) not null,
    state varchar(20) not null,
    began_on date not null,
    acknowledged_by varchar(64),
    acknowledged_on date,
    ended_on date,
    version integer not null,
    -- Nobody resigns twice at the same time.
    constraint resignation_one_per_mentor unique (open_mentor),
    constraint resignation_state check (
        (state in ('HANDED_IN', 'ACKNOWLEDGED') and open_mentor is not null and open_mentor = mentor_id
            and ended_on is null)
        or (state in ('WITHDRAWN', 'RETIRED') and open_mentor is null and ended_on is not null)),
    constraint resignation_acknowledged check (
        (state in ('HANDED_IN', 'WITHDRAWN') and acknowledged_by is null and acknowledged_on is null)
        or (state in ('ACKNOWLEDGED', 'RETIRED') and acknowledged_by is not null and acknowledged_on is not null
            and last_day is not null))
);
create index resignation_mentor on resignation (mentor_id);

-- Whom the mentor recommends for a mentee: another mentor, or nobody and why.
create table recommendation (
    resignation varchar(64) not null references resignation (id),
    mentee_id varchar(64) not null references rep (id),
    successor_id varchar(64) references mentor (id),
    -- A reference to a sealed text; empty when somebody is recommended.
    why_nobody varchar(255) not null,
    constraint recommendation_once unique (resignation, mentee_id),
    constraint recommendation_other_people check (successor_id is null or successor_id <> mentee_id)
);

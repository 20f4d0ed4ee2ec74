-- The first call of two who have not been together before, one for each mentorship at most.
create table first_call (
    id varchar(64) not null primary key references mentorship (id),
    uid varchar(64),
    sequence integer,
    starts_at timestamp with time zone,
    place varchar(400),
    held_on date,
    version integer not null,
    constraint first_call_meeting check (
        (uid is null and sequence is null and starts_at is null and place is null)
        or (uid is not null and sequence is not null and starts_at is not null and place is not null))
);

-- Of whoever was erased: by this their user name is recognised, and is nobody else's. The key of it is in the database of
-- data keys; in place of the user name, id and small are random.
alter table known_person add column digest varchar(64);
create index known_person_digest on known_person (digest);

-- What somebody has said as they left; which leaving it is says nothing about anybody.
create table erasing_wish (
    leaving_id varchar(64) not null primary key
);

-- One person who has left is going to be erased, or was.
create table erasing (
    id varchar(64) not null primary key,
    -- Null as soon as it is done, or not to be done.
    open_person varchar(64),
    -- Why: they have wished it, a contact has said so, or it was time.
    reason varchar(20) not null,
    asked_by varchar(64),
    began_on date not null,
    -- Until this day is over they can still come back.
    back_until date not null,
    state varchar(20) not null,
    ended_on date,
    version integer not null,
    -- Nobody is erased twice at the same time.
    constraint erasing_one_at_a_time unique (open_person),
    constraint erasing_reason check (reason in ('WISH', 'CONTACT', 'TIME')),
    constraint erasing_state check (
        (state = 'WAITING' and open_person is not null and ended_on is null)
        or (state in ('ERASED', 'BACK', 'STOPPED') and open_person is null and ended_on is not null))
);

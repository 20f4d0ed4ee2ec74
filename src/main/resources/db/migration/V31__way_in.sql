-- A link by which one person may choose a password, once. Only a hash of what stands in it is kept.
create table entry_link (
    hash varchar(64) not null primary key,
    person_id varchar(64) not null,
    -- A hash too: another one as soon as the person's password or address is.
    mark varchar(64) not null,
    ends_at timestamp with time zone not null,
    used_at timestamp with time zone,
    version integer not null
);
create index entry_link_person on entry_link (person_id);

-- When a person was invited, and how often they have said lately that they forgot their password.
create table way_in (
    id varchar(64) not null primary key,
    invited_at timestamp with time zone,
    asked_at timestamp with time zone,
    asked_since timestamp with time zone,
    asked integer not null,
    version integer not null
);

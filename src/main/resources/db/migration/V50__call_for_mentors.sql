-- Whether the contacts are being asked to call for mentors, and when they may be asked again: one row, about nobody.
create table call_for_mentors (
    id varchar(64) not null primary key,
    under_way boolean not null,
    not_before date,
    version integer not null
);

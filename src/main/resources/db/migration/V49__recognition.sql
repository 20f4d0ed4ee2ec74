-- What people recognise in each other.
create table recognition (
    id varchar(64) not null primary key,
    author_id varchar(64) not null,
    person_id varchar(64) not null,
    words varchar(4000) not null,
    recognised_at timestamp with time zone not null,
    state varchar(20) not null,
    open_key varchar(200) unique,
    shown boolean not null,
    answer varchar(4000) not null,
    answered_by varchar(64),
    answered_at timestamp with time zone,
    version integer not null,
    constraint recognition_state check (state in ('OPEN', 'PASSED_ON', 'KEPT_BACK')),
    constraint recognition_open check ((state = 'OPEN') = (answered_at is null)),
    constraint recognition_shown check (not shown or state = 'PASSED_ON'),
    constraint recognition_other check (author_id <> person_id)
);
create index recognition_author on recognition (author_id);
create index recognition_person on recognition (person_id);

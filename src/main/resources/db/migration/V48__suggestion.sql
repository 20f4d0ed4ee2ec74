-- What people would like to be better, and what the council says to it.
create table suggestion (
    id varchar(64) not null primary key,
    author_id varchar(64) not null,
    named boolean not null,
    process varchar(255),
    step varchar(255),
    process_name varchar(400),
    step_name varchar(400),
    about_what varchar(400) not null,
    words varchar(4000) not null,
    suggested_at timestamp with time zone not null,
    state varchar(20) not null,
    open_key varchar(64) unique,
    answer varchar(4000) not null,
    answered_by varchar(64),
    answered_at timestamp with time zone,
    version integer not null,
    constraint suggestion_state check (state in ('OPEN', 'TAKEN_UP', 'LATER', 'NOT_TAKEN_UP', 'HIDDEN')),
    constraint suggestion_open check ((state = 'OPEN') = (answered_at is null)),
    constraint suggestion_step check ((process is null) = (step is null))
);
create index suggestion_author on suggestion (author_id);

-- The calls of all mentors, and what is to be talked about in them.
create table mentors_call (
    id varchar(64) not null primary key,
    host_id varchar(64) not null,
    state varchar(20) not null,
    open_key varchar(20) unique,
    uid varchar(64) not null,
    sequence integer not null,
    first_at timestamp with time zone not null,
    turn_at timestamp with time zone not null,
    starts_at timestamp with time zone not null,
    zone varchar(64) not null,
    place varchar(400) not null,
    often varchar(40),
    announced boolean not null,
    changed boolean not null,
    word varchar(1000) not null,
    notes varchar(8000) not null,
    decisions varchar(8000) not null,
    news_title varchar(400) not null,
    news varchar(8000) not null,
    version integer not null,
    constraint mentors_call_state check (state in ('AHEAD', 'OVER', 'HELD', 'CANCELLED', 'NOT_HELD')),
    constraint mentors_call_open check ((state = 'AHEAD') = (open_key is not null))
);
create table call_question (
    id varchar(64) not null primary key,
    author_id varchar(64) not null,
    words varchar(1000) not null,
    asked_at timestamp with time zone not null,
    call_id varchar(64) references mentors_call (id),
    open_key varchar(64) unique,
    version integer not null,
    constraint call_question_open check (open_key is null or call_id is null)
);
create index call_question_author on call_question (author_id);
create index call_question_call on call_question (call_id);

-- Who in the council has read what was written in which answer, and when; not what it says.
create table feedback_reading (
    id varchar(64) not null primary key,
    feedback_id varchar(64) not null,
    reader_id varchar(64) not null,
    read_at timestamp with time zone not null,
    version integer not null
);
create index feedback_reading_of on feedback_reading (feedback_id, read_at);

-- In which language people read: what they have chosen in their profile, and what their browser said when they logged in
-- last, for the mails to them.
create table reading_language (
    id varchar(64) not null primary key,
    chosen varchar(8),
    seen varchar(8)
);

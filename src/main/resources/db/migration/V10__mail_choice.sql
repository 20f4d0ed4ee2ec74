-- What a person has chosen about their mails, and the last day on whose morning they got their digest.
create table mail_choice (
    id varchar(64) not null primary key,
    digest boolean not null,
    time_zone varchar(64),
    digested_on date,
    version integer not null
);

-- What people say of themselves beside what belongs to a rep or a mentor.
create table profile (
    id varchar(64) not null primary key,
    about varchar(1000) not null,
    skills varchar(64) array not null,
    version integer not null
);

-- The other one of the two people of whom a mail is; whether its receiver may answer them is looked up when it is sent.
alter table mail add column other_id varchar(64);

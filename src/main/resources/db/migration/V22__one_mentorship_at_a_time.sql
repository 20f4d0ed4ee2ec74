-- Of mentorship: its only row is locked by whoever lets a mentorship begin, so that they begin one after the other. Whether one
-- closes a circle depends on mentorships of people who take no part in it.
create table turn_to_begin (
    id integer not null primary key
);
insert into turn_to_begin (id) values (1);

-- Of person: its only row is locked by whoever registers people that are found, so that two rounds at the same moment do it
-- one after the other.
create table turn_to_register (
    id integer not null primary key
);
insert into turn_to_register (id) values (1);

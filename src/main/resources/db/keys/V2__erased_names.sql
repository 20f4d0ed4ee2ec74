-- Digests of the user names of whoever was erased. A backup of the programme's database that is older is recognised by them.
create table if not exists erased_name (
    digest varchar(64) not null primary key
);

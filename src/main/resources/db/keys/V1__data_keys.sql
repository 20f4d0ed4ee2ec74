-- In a database of its own: the key of each case or record that has confidential texts, wrapped with the operator's key
-- that master_key names. What is deleted here opens no text any more, in no backup either.
-- H2 commits each statement; one that was interrupted is run again from the beginning.
create table if not exists data_key (
    id varchar(36) not null primary key,
    owner varchar(255) not null,
    master_key varchar(16) not null,
    wrapped varchar(255) not null
);
create index if not exists data_key_owner on data_key (owner);
create index if not exists data_key_master on data_key (master_key);

-- By this the programme's database knows that it is the right one. One row; nodes that start together wait for this.
create table if not exists key_store (
    id varchar(36) not null primary key,
    only_row integer default 1 not null unique check (only_row = 1)
);
insert into key_store (id) select '${store}' where not exists (select id from key_store);

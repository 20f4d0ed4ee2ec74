-- In a database of its own: the key of each case or record that has confidential texts, wrapped with the operator's key
-- that master_key names. What is deleted here opens no text any more, in no backup either.
create table data_key (
    id varchar(36) not null primary key,
    owner varchar(255) not null,
    master_key varchar(16) not null,
    wrapped varchar(255) not null
);
create index data_key_owner on data_key (owner);
create index data_key_master on data_key (master_key);

-- By this the programme's database knows that it is the right one.
create table key_store (
    id varchar(36) not null primary key
);

-- Three texts of 4,000 characters fit in a mail; as HTML each of these characters can take six.
alter table mail alter column html set data type varchar(100000);

-- A mail to an address that is missing or refused is kept until there is another one, and dropped when it is of no use then.
alter table mail add column matter varchar(64);
alter table mail add column useful_until timestamp with time zone;
alter table mail drop constraint mail_state;
alter table mail add constraint mail_state check (
    (state in ('WAITING', 'KEPT', 'DROPPED') and sent_at is null) or (state = 'SENT' and sent_at is not null));
create index mail_state_recipient on mail (state, recipient_id);

-- Whom no mail reaches, as long as that is so: about each of them the council is asked once.
create table unreachable_person (
    id varchar(64) not null primary key,
    since timestamp with time zone not null,
    version integer not null
);

-- Confidential texts, each sealed with the key that key_id names. Everywhere else stands only a reference to the id.
create table sealed_text (
    id varchar(64) not null primary key,
    key_id varchar(16) not null,
    sealed varchar(22000) not null,
    case_id varchar(64),
    version integer not null
);
create index sealed_text_case on sealed_text (case_id);

-- What worries a mentor is sealed now and forgotten with the case.
delete from onboarding_note where kind = 'CONCERN';

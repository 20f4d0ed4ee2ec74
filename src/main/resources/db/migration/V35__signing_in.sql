-- Who somebody is at the place where people sign in, and the account that is theirs here.
create table provider_identity (
    -- A hash of the issuer and of the subject there.
    id varchar(64) not null primary key,
    -- None when the account is gone: it does not come back by signing in, nor does another of the same name become theirs.
    user_id varchar(64) unique references ACT_ID_USER (ID_) on delete set null,
    -- A hash of the name and the address that were said last.
    said varchar(64) not null
);

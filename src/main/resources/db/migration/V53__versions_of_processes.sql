-- Who has deployed what; the engine keeps under which name.
create table deployed_version (
    deployment_id varchar(64) not null primary key,
    author_id varchar(64) not null,
    deployed_at timestamp with time zone not null
);
create index deployed_version_author on deployed_version (author_id);

-- When cases were moved from one version of their process to another.
create table moved_cases (
    id varchar(64) not null primary key,
    process varchar(255) not null,
    from_version integer not null,
    to_version integer not null,
    only_failed boolean not null,
    moved integer not null,
    stayed integer not null,
    moved_by varchar(64) not null,
    moved_at timestamp with time zone not null
);
create index moved_cases_process on moved_cases (process);

-- What a release has brought, and analysts have looked at and keep their own version instead.
create table settled_release (
    process varchar(255) not null,
    fingerprint varchar(64) not null,
    settled_by varchar(64) not null,
    settled_at timestamp with time zone not null,
    primary key (process, fingerprint)
);

-- Its only row is locked by whoever brings another version into force on the page, so that one of two comes first.
create table turn_to_deploy (
    id integer not null primary key
);
insert into turn_to_deploy (id) values (1);

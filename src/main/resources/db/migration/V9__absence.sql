-- The time a mentor is away, from its announcement on.
create table absence (
    id varchar(64) not null primary key,
    mentor_id varchar(64) not null references mentor (id),
    open_mentor varchar(64),
    away_from date not null,
    away_until date not null,
    cover varchar(64) references mentor (id),
    cover_lost boolean not null,
    cannot_cover varchar(64) array not null,
    message varchar(2000) not null,
    state varchar(20) not null,
    mentees_told boolean not null,
    told_cover varchar(64),
    announced_on date not null,
    ended_on date,
    version integer not null,
    -- Nobody announces two absences at the same time.
    constraint absence_one_per_mentor unique (open_mentor),
    constraint absence_dates check (away_until >= away_from),
    constraint absence_cover check (cover <> mentor_id),
    constraint absence_state check (
        (state in ('ANNOUNCED', 'AWAY') and open_mentor is not null and open_mentor = mentor_id and ended_on is null)
        or (state in ('BACK', 'CALLED_OFF', 'GONE') and open_mentor is null and ended_on is not null))
);
create index absence_mentor on absence (mentor_id);
create index absence_cover_of on absence (cover);

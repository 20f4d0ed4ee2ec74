-- Important news that the council wants to reach everyone.
create table programme_update (
    id varchar(64) not null primary key,
    author_id varchar(64) not null,
    title varchar(120) not null,
    open_title varchar(255),
    text varchar(4000) not null,
    link varchar(500) not null,
    pass_on_until date not null,
    announced_at timestamp with time zone not null,
    state varchar(20) not null,
    ended_on date,
    version integer not null,
    -- Nobody is told the same news twice because a button was pressed twice.
    constraint programme_update_once unique (open_title),
    constraint programme_update_state check (
        (state = 'ON_ITS_WAY' and open_title is not null and ended_on is null)
        or (state in ('REACHED_ALL', 'WITHDRAWN') and open_title is null and ended_on is not null))
);

-- The mentors who are asked to pass it on.
create table passing_on (
    id varchar(64) not null primary key,
    update_id varchar(64) not null references programme_update (id),
    mentor_id varchar(64) not null references mentor (id),
    mentees varchar(64) array not null,
    -- Null as long as the mentor has not answered.
    answer varchar(20),
    version integer not null,
    constraint passing_on_once unique (update_id, mentor_id),
    constraint passing_on_answer check (answer in ('PASSED_ON', 'NOT_RELEVANT'))
);

-- Who need not be told any more.
create table update_recipient (
    id varchar(64) not null primary key,
    update_id varchar(64) not null references programme_update (id),
    person_id varchar(64) not null,
    way varchar(20) not null,
    version integer not null,
    constraint update_recipient_once unique (update_id, person_id),
    constraint update_recipient_way check (way in ('BY_MENTOR', 'BY_MAIL', 'NOT_RELEVANT'))
);

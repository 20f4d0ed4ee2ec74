-- What two who are together want to reach, as each of them has written it down or ticked it: one row for each time, never
-- changed, the last one of a goal says how it stands.
create table goal_change (
    id varchar(64) not null primary key,
    goal_id varchar(64) not null,
    mentorship_id varchar(64) not null references mentorship (id),
    number integer not null,
    kind varchar(20) not null,
    words varchar(2000) not null,
    changed_by varchar(64) not null,
    changed_at timestamp with time zone not null,
    version integer not null,
    constraint goal_change_in_turn unique (goal_id, number),
    constraint goal_change_kind check (kind in ('WRITTEN', 'REWORDED', 'REACHED', 'TAKEN_UP', 'DROPPED'))
);

create index goal_change_mentorship on goal_change (mentorship_id);

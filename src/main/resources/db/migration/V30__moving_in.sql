-- How a person wants to be reached, and who may see it.
create table reach (
    id varchar(64) not null primary key,
    how varchar(500) not null,
    seen_by varchar(20) not null,
    version integer not null,
    constraint reach_seen_by check (seen_by in ('MENTOR_AND_MENTEES', 'CONTACTS', 'EVERYBODY'))
);

-- The day before which a check-in does not begin that was overdue when the programme moved in.
create table later_check_in (
    mentorship_id varchar(64) not null primary key references mentorship (id),
    begins_on date not null
);

-- Of mentorship: the reps who have no mentor, guide nobody as mentors, and do not wait for one either.
create view without_mentor as
select r.id as rep_id, r.joined_on
from rep r
where not exists (select 1 from mentorship p where p.running_mentee = r.id)
and not exists (select 1 from mentor m where m.id = r.id and m.status <> 'RESIGNED')
and not exists (select 1 from open_assignment o where o.rep_id = r.id);

-- As they were: V37 has changed a table that they read, and H2 goes on with what such a view has answered before, until it is
-- made anew or the database is opened again.
drop view without_mentor;
drop view open_assignment;
create view open_assignment as
select r.id as rep_id, coalesce(
    (select max(o.began_on) from onboarding o where o.open_rep = r.id),
    (select max(x.ended_on) from resignation x join mentorship p on p.mentor_id = x.mentor_id
        where p.running_mentee = r.id),
    (select max(p.ended_on) from mentorship p where p.mentee_id = r.id and p.end_reason = 'mentor gone'
        and not exists (select 1 from onboarding o
            where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR' and o.began_on >= p.ended_on)),
    (select max(o.began_on) from onboarding o where o.rep_id = r.id and o.outcome = 'WITHOUT_MENTOR'),
    r.joined_on) as since
from rep r
where not exists (select 1 from known_person k where k.id = r.id and k.left_on is not null)
and not exists (select 1 from mentorship p join mentor m on m.id = p.mentor_id
    where p.running_mentee = r.id and m.status <> 'RESIGNED')
and (exists (select 1 from mentorship p where p.running_mentee = r.id)
    or exists (select 1 from onboarding o
        where o.rep_id = r.id
        and (o.open_rep is not null
            or (o.outcome = 'WITHOUT_MENTOR' and not exists (select 1 from mentorship p
                where p.mentee_id = r.id and p.began_on >= o.began_on))))
    or exists (select 1 from mentorship p
        where p.mentee_id = r.id and p.end_reason = 'mentor gone'
        and not exists (select 1 from mentorship later
            where later.mentee_id = r.id and later.id <> p.id
            and (later.began_on > p.began_on
                or (later.began_on = p.began_on and later.ended_on > p.ended_on)))));

create view without_mentor as
select r.id as rep_id, r.joined_on
from rep r
where not exists (select 1 from known_person k where k.id = r.id and k.left_on is not null)
and not exists (select 1 from mentorship p where p.running_mentee = r.id)
and not exists (select 1 from mentor m where m.id = r.id and m.status <> 'RESIGNED')
and not exists (select 1 from open_assignment o where o.rep_id = r.id);

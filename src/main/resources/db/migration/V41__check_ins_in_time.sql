-- Until when a check-in is held in time: whoever began late, as they had to wait for their turn, is not late at once.
alter table check_in add column hold_by date;
update check_in set hold_by = due_on;
alter table check_in alter column hold_by set not null;

create index check_in_hold_by on check_in (hold_by);

-- As it was: H2 goes on looking at the table as it was before, and takes what it has answered once for an answer, until the
-- view is made anew or the database is opened again.
drop view last_check_in;
create view last_check_in as
select m.id as mentorship_id, m.committed_until,
    (select max(c.due_on) from check_in c where c.mentorship_id = m.id) as due_on,
    (select count(*) from check_in c where c.mentorship_id = m.id and c.outcome is null) as under_way
from mentorship m where m.running_mentee is not null;

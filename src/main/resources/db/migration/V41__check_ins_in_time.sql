-- Until when a check-in is held in time: whoever began late, as they had to wait for their turn, is not late at once.
alter table check_in add column hold_by date;
update check_in set hold_by = due_on;
alter table check_in alter column hold_by set not null;

create index check_in_hold_by on check_in (hold_by);

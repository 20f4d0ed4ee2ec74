-- The points of the plan of a yearly meeting are ticked and edited like goals: the same rows, with the meeting in whose plan
-- they stand. A line of a plan gets rows when it is changed for the first time, so that a plan of before needs none. Meetings
-- of before the programme moved in are replaced by new ones; what was changed of their plans goes out of sight with them.
alter table goal_change add column plan varchar(64);
alter table goal_change alter column words set data type varchar(4000);

create index goal_change_plan on goal_change (plan);

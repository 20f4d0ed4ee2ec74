-- Of a rep who has only taken the training nothing is known but UTC; where they live they say when they become a mentor.
create or replace view time_zone_said as
select id, time_zone, 1 as place from rep
union all select id, time_zone, 2 as place from mentor
union all select id, time_zone, 3 as place from mail_choice where time_zone is not null;

-- An event may end in the night that follows its day: its end is then a time of the next day, and no later than its start.

alter table event drop constraint event_time_ck;
alter table event add constraint event_time_ck check (
	(event_day is null and last_day is null and start_time is null and end_time is null and starts_at is null
		and ends_at is null)
	or (event_day is not null and last_day is not null and last_day >= event_day
		and starts_at is not null and ends_at is not null and starts_at < ends_at
		and ((start_time is null and end_time is null)
			or (start_time is not null and end_time is not null and last_day = event_day))));

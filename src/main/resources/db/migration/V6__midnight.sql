-- An event may end at the midnight that ends its day: its end is then 00:00 of the next day.

alter table event drop constraint event_time_ck;
alter table event add constraint event_time_ck check (
	(event_day is null and start_time is null and end_time is null and starts_at is null and ends_at is null)
	or (event_day is not null and (start_time < end_time or end_time = time '00:00:00') and starts_at < ends_at));

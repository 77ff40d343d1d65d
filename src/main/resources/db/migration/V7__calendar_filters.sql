-- What the calendar is filtered, counted, subscribed and printed by. What is made of words follows in V8.

alter table event add column last_day date;
alter table event add column place_country varchar(6);
alter table event add column audience_group varchar(20);
alter table event add column free_of_charge boolean default false not null;
alter table event add column provisions varchar(60) default '' not null;
alter table event add column organiser_slug varchar(80) default '' not null;
alter table event add column search_title varchar default '' not null;
alter table event alter column search_text set data type varchar;
-- Whether visitors see it: its status says so too, but an index can be read in order by one value alone.
alter table event add column listed boolean default false not null;
-- What subscribers compare: how often what visitors see has changed, and when it last did.
alter table event add column revision integer default 0 not null;
alter table event add column changed_at timestamp with time zone;

update event set
	last_day = event_day,
	listed = status = any (array['PUBLISHED', 'POSTPONED', 'CANCELLED']),
	changed_at = coalesce(published_at, submitted_at);

alter table event alter column changed_at set not null;
alter table event alter column free_of_charge drop default;
alter table event alter column provisions drop default;
alter table event alter column organiser_slug drop default;
alter table event alter column search_title drop default;
alter table event alter column listed drop default;
alter table event alter column revision drop default;

alter table event add constraint event_audience_ck check (audience_group = any (
	array['PROFESSIONALS', 'PARENTS', 'EVERYONE', 'RESEARCHERS']));

-- Some last all day, or several days, and have no times.
alter table event drop constraint event_time_ck;
alter table event add constraint event_time_ck check (
	(event_day is null and last_day is null and start_time is null and end_time is null and starts_at is null
		and ends_at is null)
	or (event_day is not null and last_day is not null and last_day >= event_day
		and starts_at is not null and ends_at is not null and starts_at < ends_at
		and ((start_time is null and end_time is null)
			or (start_time is not null and end_time is not null and last_day = event_day
				and (start_time < end_time or end_time = time '00:00:00')))));

drop index event_calendar_ix;
create index event_calendar_ix on event (edition_id, listed, event_day nulls last, pinned desc, starts_at, id, last_day,
	place_format, place_country, audience_group, free_of_charge, provisions);
create index event_next_ix on event (edition_id, status, starts_at, id, ends_at);
create index event_organiser_ix on event (organiser_slug, listed);

create table event_organiser (
	slug varchar(80) not null,
	event_id uuid not null,
	constraint event_organiser_pk primary key (slug, event_id),
	constraint event_organiser_event_fk foreign key (event_id) references event (id) on delete cascade
);

create index event_organiser_event_ix on event_organiser (event_id);

-- Events, and every address that one of them has or had.

create table event (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	slug varchar(80) not null,
	title varchar(120) not null,
	description varchar(5000) not null,
	audience varchar(200),
	cost varchar(200),
	access_provision varchar(500),
	booking_link varchar(500),
	live_link varchar(500),
	recording_link varchar(500),
	event_day date,
	start_time time,
	end_time time,
	time_zone varchar(60) not null,
	starts_at timestamp with time zone,
	ends_at timestamp with time zone,
	place_format varchar(20) not null,
	place_address varchar(300),
	place_postcode varchar(20),
	how_to_join varchar(300),
	organiser_name varchar(120),
	organiser_organisation varchar(160),
	organiser_contact varchar(254),
	search_text text not null,
	status varchar(20) not null,
	fully_booked boolean not null,
	pinned boolean not null,
	submission_key varchar(64),
	submitted_at timestamp with time zone not null,
	published_at timestamp with time zone,
	constraint event_pk primary key (id),
	constraint event_edition_fk foreign key (edition_id) references edition (id),
	constraint event_slug_uk unique (slug),
	constraint event_submission_uk unique (submission_key),
	constraint event_status_ck check (status = any (
		array['UNCONFIRMED', 'WAITING', 'PUBLISHED', 'DECLINED', 'POSTPONED', 'CANCELLED'])),
	constraint event_format_ck check (place_format = any (array['ONLINE', 'IN_PERSON', 'BOTH'])),
	constraint event_place_ck check (place_format = 'ONLINE' or place_address is not null),
	constraint event_organiser_ck check (organiser_name is not null or organiser_organisation is not null),
	constraint event_time_ck check (
		(event_day is null and start_time is null and end_time is null and starts_at is null and ends_at is null)
		or (event_day is not null and start_time < end_time and starts_at < ends_at))
);

create index event_calendar_ix on event (edition_id, status, event_day, starts_at);
create index event_waiting_ix on event (status, starts_at);

create table event_slug (
	slug varchar(80) not null,
	event_id uuid not null,
	constraint event_slug_pk primary key (slug),
	constraint event_slug_event_fk foreign key (event_id) references event (id) on delete cascade
);

create index event_slug_event_ix on event_slug (event_id);

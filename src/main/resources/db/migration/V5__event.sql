-- Events, and every address that one of them, or its organiser's page, has or had.

create table event (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	slug varchar(80) not null,
	title varchar(120) not null,
	description varchar(5000) not null,
	audience varchar(200),
	audience_group varchar(20),
	cost varchar(200),
	free_of_charge boolean not null,
	access_provision varchar(500),
	provisions varchar(60) not null,
	booking_link varchar(500),
	live_link varchar(500),
	recording_link varchar(500),
	event_day date,
	last_day date,
	start_time time,
	end_time time,
	time_zone varchar(60) not null,
	starts_at timestamp with time zone,
	ends_at timestamp with time zone,
	place_format varchar(20) not null,
	place_address varchar(300),
	place_postcode varchar(20),
	place_country varchar(6),
	how_to_join varchar(300),
	organiser_name varchar(120),
	organiser_organisation varchar(160),
	organiser_contact varchar(254),
	organiser_slug varchar(80) not null,
	-- all events of one mailbox are confirmed together
	mailbox varchar(254),
	-- its organiser is asked later, because the mailbox has had its share of a day's emails
	to_be_asked boolean default false not null,
	-- the words that it is found by
	search_title varchar not null,
	search_text varchar not null,
	status varchar(20) not null,
	-- whether visitors see it: its status says so too, but an index is read in order by one value alone
	listed boolean not null,
	fully_booked boolean not null,
	pinned boolean not null,
	submission_key varchar(64),
	submitted_at timestamp with time zone not null,
	published_at timestamp with time zone,
	-- what subscribers compare: how often what visitors see has changed, and when it last did
	revision integer not null,
	changed_at timestamp with time zone not null,
	constraint event_pk primary key (id),
	constraint event_edition_fk foreign key (edition_id) references edition (id),
	constraint event_slug_uk unique (slug),
	constraint event_submission_uk unique (submission_key),
	constraint event_status_ck check (status = any (
		array['UNCONFIRMED', 'WAITING', 'PUBLISHED', 'DECLINED', 'POSTPONED', 'CANCELLED'])),
	constraint event_audience_ck check (audience_group = any (
		array['PROFESSIONALS', 'PARENTS', 'EVERYONE', 'RESEARCHERS'])),
	constraint event_format_ck check (place_format = any (array['ONLINE', 'IN_PERSON', 'BOTH'])),
	constraint event_place_ck check (place_format = 'ONLINE' or place_address is not null),
	constraint event_organiser_ck check (organiser_name is not null or organiser_organisation is not null),
	-- An event without a day has no times. Some last all day, or several days, and have no times either. One that ends
	-- in the night after its day ends at a time of the next day, which is no later than its start.
	constraint event_time_ck check (
		(event_day is null and last_day is null and start_time is null and end_time is null and starts_at is null
			and ends_at is null)
		or (event_day is not null and last_day is not null and last_day >= event_day
			and starts_at is not null and ends_at is not null and starts_at < ends_at
			and ((start_time is null and end_time is null)
				or (start_time is not null and end_time is not null and last_day = event_day))))
);

-- all that the calendar's list needs of an event but its words
create index event_calendar_ix on event (edition_id, listed, event_day nulls last, pinned desc, starts_at, id, version, last_day,
	ends_at, place_format, place_country, audience_group, free_of_charge, provisions);
create index event_next_ix on event (edition_id, status, starts_at, id, ends_at);
create index event_organiser_ix on event (organiser_slug, listed);
-- the sitemap takes the latest of all from the index alone
create index event_published_at_ix on event (listed, published_at desc, id, slug);
-- the team's queue, and what is asked of organisers
create index event_waiting_ix on event (status, starts_at);
create index event_mailbox_ix on event (mailbox, status);
create index event_to_be_asked_ix on event (to_be_asked, submitted_at);

create table event_slug (
	slug varchar(80) not null,
	event_id uuid not null,
	constraint event_slug_pk primary key (slug),
	constraint event_slug_event_fk foreign key (event_id) references event (id) on delete cascade
);

create index event_slug_event_ix on event_slug (event_id);

create table event_organiser (
	slug varchar(80) not null,
	event_id uuid not null,
	constraint event_organiser_pk primary key (slug, event_id),
	constraint event_organiser_event_fk foreign key (event_id) references event (id) on delete cascade
);

create index event_organiser_event_ix on event_organiser (event_id);

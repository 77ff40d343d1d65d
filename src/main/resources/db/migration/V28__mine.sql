-- What organisers look after themselves.

-- Links that were emailed to one address, for the page with all that is kept of it. Only their hashes are kept.
create table own_link (
	hash varchar(64) not null,
	address varchar(254) not null,
	mailbox varchar(254) not null,
	issued_at timestamp with time zone not null,
	constraint own_link_pk primary key (hash)
);

create index own_link_mailbox_ix on own_link (mailbox);

-- what visitors must know has changed, in sentences
alter table event add column news varchar(1500);
-- how much its organiser did that the team has not seen
alter table event add column unseen integer default 0 not null;

create index event_unseen_ix on event (unseen, starts_at);
create index event_mailbox_submitted_ix on event (mailbox, submitted_at);

-- How an organiser wants an event on the calendar to be, until the team accepts it.
create table event_change (
	event_id uuid not null,
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
	place_format varchar(20) not null,
	place_address varchar(300),
	place_postcode varchar(20),
	place_country varchar(6),
	how_to_join varchar(300),
	picture_hash varchar(64),
	picture_alt varchar(300),
	picture_width integer,
	picture_height integer,
	organiser_name varchar(120),
	organiser_organisation varchar(160),
	organiser_contact varchar(254),
	at_another_time boolean not null,
	proposed_at timestamp with time zone not null,
	-- the team's words, if it did not accept it
	refusal varchar(1000),
	constraint event_change_pk primary key (event_id),
	constraint event_change_event_fk foreign key (event_id) references event (id) on delete cascade,
	constraint event_change_picture_fk foreign key (picture_hash) references picture (hash)
);

create index event_change_picture_ix on event_change (picture_hash);

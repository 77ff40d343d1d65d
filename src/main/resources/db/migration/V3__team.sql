-- The members of the team, and what they did.

create table team_member (
	id uuid not null,
	version bigint not null,
	email varchar(254) not null,
	password_hash varchar(255) not null,
	password_to_be_changed boolean not null,
	added_at timestamp with time zone not null,
	constraint team_member_pk primary key (id),
	constraint team_member_email_uk unique (email)
);

create table team_record (
	id uuid not null,
	done_at timestamp with time zone not null,
	done_by varchar(254) not null,
	subject_id uuid not null,
	what varchar(1000) not null,
	constraint team_record_pk primary key (id)
);

create index team_record_done_at_ix on team_record (done_at);
create index team_record_subject_ix on team_record (subject_id, done_at);

-- When the team was last written to about each kind of thing that waits, and whether it is owed another email since.
create table team_notice (
	template varchar(60) not null,
	told_at timestamp with time zone not null,
	owed boolean not null,
	constraint team_notice_pk primary key (template)
);

-- Locked while a row for a new template is added, so that two who add the same one take turns.
insert into team_notice (template, told_at, owed) values ('', timestamp with time zone '2000-01-01 00:00:00+00:00', false);

-- Who is signed in, so that a restart signs nobody out. The web server reads and writes it (Jetty's JDBCSessionDataStore),
-- and makes indexes of these very names where they are missing. Times are in milliseconds since 1970.
create table team_session (
	session_id varchar(120) not null,
	context_path varchar(60) not null,
	virtual_host varchar(60) not null,
	last_node varchar(60),
	access_time bigint,
	last_access_time bigint,
	create_time bigint,
	cookie_time bigint,
	last_saved_time bigint,
	expiry_time bigint,
	max_interval bigint,
	attributes bytea,
	constraint team_session_pk primary key (session_id, context_path, virtual_host)
);

create index idx_team_session_expiry on team_session (expiry_time);
create index idx_team_session_session on team_session (session_id, context_path);

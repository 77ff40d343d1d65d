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

-- When the team was last written to about each kind of thing that waits, and whether it is owed another mail since.
create table team_notice (
	template varchar(60) not null,
	told_at timestamp with time zone not null,
	owed boolean not null,
	constraint team_notice_pk primary key (template)
);

-- Locked while a row for a new template is added, so that two who add the same one do so in turn.
insert into team_notice (template, told_at, owed) values ('', timestamp with time zone '2000-01-01 00:00:00+00:00', false);

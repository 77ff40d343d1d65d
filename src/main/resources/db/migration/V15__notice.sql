-- What the team tells visitors above every page. Two that begin at the same moment could not take turns.

create table notice (
	id uuid not null,
	version integer not null,
	words varchar(200) not null,
	link varchar(500),
	link_words varchar(60),
	from_at timestamp(6) with time zone not null,
	until_at timestamp(6) with time zone not null,
	constraint notice_pk primary key (id),
	constraint notice_from_uk unique (from_at),
	constraint notice_moments_ck check (until_at > from_at)
);

-- The site's own secret, and the yearly editions of the week.

create table signing_key (
	name varchar(20) not null,
	secret varchar(64) not null,
	constraint signing_key_pk primary key (name)
);

create table edition (
	id uuid not null,
	version integer not null,
	calendar_year integer not null,
	first_day date not null,
	last_day date not null,
	theme varchar(200),
	short_theme varchar(80),
	theme_text varchar(6000) not null,
	hashtags varchar(200) not null,
	quotations json not null,
	topics json not null,
	pledge_statement varchar(1000),
	takes_events boolean not null,
	takes_pledges boolean not null,
	announced_at timestamp(6) with time zone,
	constraint edition_pk primary key (id),
	constraint edition_year_uk unique (calendar_year),
	constraint edition_days_ck check (last_day >= first_day)
);

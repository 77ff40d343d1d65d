-- The yearly editions of the week.

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
	-- the pledge where there is less room than for its statement, and why it matters
	pledge_in_short varchar(60),
	pledge_for_posts varchar(200),
	pledge_reason varchar(500),
	takes_events boolean not null,
	takes_pledges boolean not null,
	announced_at timestamp(6) with time zone,
	constraint edition_pk primary key (id),
	constraint edition_year_uk unique (calendar_year),
	constraint edition_days_ck check (last_day >= first_day)
);

-- What the team says of a week that is over, with the figures as they were published.

create table impact (
	edition_id uuid not null,
	version integer not null,
	words varchar(10000) not null,
	figures json,
	published_at timestamp(6) with time zone,
	constraint impact_pk primary key (edition_id),
	constraint impact_edition_fk foreign key (edition_id) references edition (id) on delete cascade,
	constraint impact_published_ck check ((figures is null) = (published_at is null))
);

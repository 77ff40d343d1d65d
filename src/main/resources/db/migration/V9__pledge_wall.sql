-- The wall is read by terms: a word of what is shown, or a role, a country, an organisation. A pledge has its lines only
-- while it is on the wall. Terms are bytes, so that every database sorts them alike.

create table wall_line (
	pledge_id uuid not null,
	edition_id uuid not null,
	term bytea not null,
	confirmed_at timestamp with time zone not null,
	constraint wall_line_pk primary key (pledge_id, term),
	constraint wall_line_pledge_fk foreign key (pledge_id) references pledge (id)
);

-- both directions, because H2 reads an index in its own order only
create index wall_line_down_ix on wall_line (edition_id, term, confirmed_at desc, pledge_id desc);
create index wall_line_up_ix on wall_line (edition_id, term desc, confirmed_at, pledge_id);

-- The organisations of those on the wall. Each is shown as the first of them spells it.
create table pledge_organisation (
	edition_id uuid not null,
	term bytea not null,
	noted_at timestamp with time zone not null,
	-- since when the nightly round finds nobody of it on the wall
	alone_since timestamp with time zone,
	constraint pledge_organisation_pk primary key (edition_id, term),
	constraint pledge_organisation_edition_fk foreign key (edition_id) references edition (id)
);

create index pledge_organisation_up_ix on pledge_organisation (edition_id, term desc);
create index pledge_organisation_new_ix on pledge_organisation (edition_id, noted_at desc, term);

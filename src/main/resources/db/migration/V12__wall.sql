-- The wall is read by terms: a word of what is shown, or a role, a country, an organisation. A pledge has its lines
-- only while it is on the wall. Terms are bytes, so that every database sorts them alike.
drop index pledge_wall_down_ix;
drop index pledge_wall_up_ix;
alter table pledge drop column wall_words;

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

-- How an organisation was written by the first of it who came to the wall; its term is that of its lines.
create table pledge_organisation (
	edition_id uuid not null,
	term bytea not null,
	name varchar(200) not null,
	noted_at timestamp with time zone not null,
	constraint pledge_organisation_pk primary key (edition_id, term),
	constraint pledge_organisation_edition_fk foreign key (edition_id) references edition (id)
);
create index pledge_organisation_up_ix on pledge_organisation (edition_id, term desc);
create index pledge_organisation_new_ix on pledge_organisation (edition_id, noted_at desc, term);

-- What the lines of pledge_change come to; those that are not in it yet are added when it is read.
create table pledge_total (
	edition_id uuid not null,
	kind varchar(20) not null,
	aspect varchar(10) not null,
	which varchar(40) not null,
	number bigint not null,
	changed_at timestamp with time zone not null,
	constraint pledge_total_pk primary key (edition_id, aspect, kind, which),
	constraint pledge_total_edition_fk foreign key (edition_id) references edition (id),
	constraint pledge_total_aspect_ck check (aspect = any (array['ALL', 'DAY', 'ROLE', 'COUNTRY']))
);

-- One row for each edition, address and kind; who signed is in it once that is confirmed.
create table pledge (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	kind varchar(20) not null,
	status varchar(20) not null,
	-- the address as it is compared; empty once the pledge has given up its place
	address_key varchar(254),
	name varchar(100),
	address varchar(254),
	role varchar(40),
	other_role varchar(100),
	organisation varchar(200),
	country varchar(6),
	name_shown boolean,
	may_write boolean,
	-- what the wall is searched by; decomposed, four times as long as the name, organisation and role at the most
	wall_words varchar(2000),
	hidden boolean not null,
	signed_at timestamp with time zone not null,
	confirmed_at timestamp with time zone,
	withdrawn_at timestamp with time zone,
	constraint pledge_pk primary key (id),
	constraint pledge_edition_fk foreign key (edition_id) references edition (id),
	constraint pledge_place_uk unique (edition_id, address_key, kind),
	constraint pledge_kind_ck check (kind = any (array['MYSELF', 'ORGANISATION'])),
	constraint pledge_status_ck check (status = any (array['UNCONFIRMED', 'CONFIRMED', 'WITHDRAWN'])),
	constraint pledge_unconfirmed_ck check (status <> 'UNCONFIRMED' or (address_key is not null and name is null)),
	constraint pledge_confirmed_ck check (status <> 'CONFIRMED' or confirmed_at is not null),
	constraint pledge_withdrawn_ck check (status <> 'WITHDRAWN'
		or (withdrawn_at is not null and address_key is null and name is null and address is null))
);

-- the count, the wall and the latest names; both directions, because H2 reads an index in its own order only
create index pledge_wall_down_ix on pledge (edition_id, status, name_shown, hidden, confirmed_at desc, id desc);
create index pledge_wall_up_ix on pledge (edition_id, status, name_shown, hidden, confirmed_at, id);
-- the team's list
create index pledge_signed_ix on pledge (signed_at desc, id desc);
-- the daily clearing
create index pledge_unconfirmed_ix on pledge (status, signed_at);

-- What was typed into the form in the last 14 days, each waiting for the button in its own mail.
create table pledge_signature (
	id uuid not null,
	version integer not null,
	pledge_id uuid not null,
	name varchar(100) not null,
	address varchar(254) not null,
	role varchar(40) not null,
	other_role varchar(100),
	organisation varchar(200),
	country varchar(6) not null,
	name_shown boolean not null,
	may_write boolean not null,
	signed_at timestamp with time zone not null,
	constraint pledge_signature_pk primary key (id),
	constraint pledge_signature_pledge_fk foreign key (pledge_id) references pledge (id)
);

create index pledge_signature_pledge_ix on pledge_signature (pledge_id);
create index pledge_signature_signed_ix on pledge_signature (signed_at);

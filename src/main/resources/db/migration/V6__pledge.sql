-- Pledges: each was confirmed from its mailbox.

create table pledge (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	kind varchar(20) not null,
	status varchar(20) not null,
	-- the keyed hash of the mailbox; empty once the pledge has given up its place
	address_key varchar(254),
	-- the keyed hash of the network that the form came from
	network_key varchar(64),
	domain varchar(254),
	name varchar(100),
	address varchar(254),
	role varchar(40),
	other_role varchar(100),
	organisation varchar(200),
	country varchar(6),
	name_shown boolean,
	may_write boolean,
	certificate_number varchar(20) not null,
	hidden boolean not null,
	set_aside_id uuid,
	signed_at timestamp with time zone not null,
	confirmed_at timestamp with time zone not null,
	withdrawn_at timestamp with time zone,
	constraint pledge_pk primary key (id),
	constraint pledge_edition_fk foreign key (edition_id) references edition (id),
	constraint pledge_place_uk unique (edition_id, address_key, kind),
	constraint pledge_certificate_uk unique (certificate_number),
	constraint pledge_kind_ck check (kind = any (array['MYSELF', 'ORGANISATION'])),
	constraint pledge_status_ck check (status = any (array['CONFIRMED', 'WITHDRAWN'])),
	constraint pledge_withdrawn_ck check (status <> 'WITHDRAWN'
		or (withdrawn_at is not null and address_key is null and name is null and address is null))
);

-- the team's list, and its search for an address
create index pledge_signed_ix on pledge (signed_at desc, id desc);
create index pledge_address_key_ix on pledge (address_key);
-- bursts: all that is asked of a pledge is in the index
create index pledge_network_ix on pledge (network_key, signed_at, set_aside_id);
create index pledge_domain_ix on pledge (domain, signed_at, set_aside_id);
create index pledge_set_aside_ix on pledge (set_aside_id);
-- whom to ask to renew next
create index pledge_consent_ix on pledge (edition_id, may_write, id);

-- What was typed into the pledge's form in the last 14 days, each waiting for the button in its own email.

create table pledge_signature (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	kind varchar(20) not null,
	status varchar(10) not null,
	-- keyed hashes of the mailbox, and of the network that the form came from
	address_key varchar(64) not null,
	network_key varchar(64),
	domain varchar(254) not null,
	name varchar(100) not null,
	address varchar(254) not null,
	role varchar(40) not null,
	other_role varchar(100),
	organisation varchar(200),
	country varchar(6) not null,
	name_shown boolean not null,
	may_write boolean not null,
	-- the page that takes the code, what is kept of the code, and how often one was tried
	handle_hash varchar(64),
	code_hash varchar(64),
	tries integer default 0 not null,
	signed_at timestamp with time zone not null,
	constraint pledge_signature_pk primary key (id),
	constraint pledge_signature_edition_fk foreign key (edition_id) references edition (id),
	constraint pledge_signature_status_ck check (status = any (array['NEW', 'MAILED', 'KNOWN', 'CONFIRMED']))
);

create unique index pledge_signature_handle_ix on pledge_signature (handle_hash);
create index pledge_signature_status_ix on pledge_signature (status, signed_at);
create index pledge_signature_place_ix on pledge_signature (address_key);
-- what nobody has confirmed, the latest first; the clearing takes the other end
create index pledge_signature_signed_ix on pledge_signature (signed_at desc, id desc);

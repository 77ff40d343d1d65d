-- Secrets that were emailed to somebody. Only their hashes are kept.
create table token (
	hash varchar(64) not null,
	purpose varchar(40) not null,
	subject_id uuid not null,
	expires_at timestamp with time zone,
	constraint token_pk primary key (hash)
);

create index token_subject_ix on token (purpose, subject_id);
create index token_expires_at_ix on token (expires_at);

-- Emails to be delivered, and for a while those that were.
create table outgoing_mail (
	id uuid not null,
	version bigint not null,
	recipient varchar(254) not null,
	subject varchar(500) not null,
	text_body varchar(100000),
	html_body varchar(100000),
	-- where one POST stops emails of this kind (RFC 8058)
	unsubscribe_link varchar(500),
	-- the pledge that it is about, with which it is deleted
	about uuid,
	status varchar(10) not null,
	tries integer not null,
	failure varchar(500),
	created_at timestamp with time zone not null,
	next_try_at timestamp with time zone,
	give_up_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	constraint outgoing_mail_pk primary key (id),
	constraint outgoing_mail_status_ck check (status = any (array['WAITING', 'SENT', 'GIVEN_UP'])),
	constraint outgoing_mail_waiting_ck check ((status = 'WAITING') = (next_try_at is not null)),
	constraint outgoing_mail_ended_ck check ((status = 'WAITING') = (ended_at is null))
);

create index outgoing_mail_next_try_at_ix on outgoing_mail (status, next_try_at);
create index outgoing_mail_about_ix on outgoing_mail (about);
create index outgoing_mail_status_ix on outgoing_mail (status, created_at);
create index outgoing_mail_ended_at_ix on outgoing_mail (ended_at);

-- When somebody had an email sent to an address, kept for a day. A hash of the address is enough to count.
create table mail_request (
	address_hash varchar(64) not null,
	-- what it was asked for, so that a button that is pressed twice sends one email
	what varchar(64),
	requested_at timestamp with time zone not null
);

create index mail_request_address_ix on mail_request (address_hash, requested_at);
create index mail_request_requested_at_ix on mail_request (requested_at);

-- Whoever counts the emails to one address locks its turn first: two at once cannot both be the last one allowed.
create table mail_turn (
	id integer not null,
	constraint mail_turn_pk primary key (id)
);

insert into mail_turn (id)
select sixteens.n * 16 + ones.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as sixteens (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as ones (n);

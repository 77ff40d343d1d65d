-- How many attempts someone has made within a time window: forms of a network, and tries to sign in. Counted for all nodes
-- together, under a keyed hash, and deleted once the window has passed.

create table attempt (
	who_hash varchar(43) not null,
	number integer not null,
	ends_at timestamp with time zone not null,
	constraint attempt_pk primary key (who_hash)
);

create index attempt_ends_at_ix on attempt (ends_at);

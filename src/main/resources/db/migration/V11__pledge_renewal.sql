-- The team asks earlier signatories to renew, for one edition; asked_until is the last pledge that was looked at.

create table renewal_call (
	edition_id uuid not null,
	version integer not null,
	earlier_id uuid not null,
	asked_until uuid not null,
	begun_at timestamp with time zone not null,
	finished_at timestamp with time zone,
	constraint renewal_call_pk primary key (edition_id),
	constraint renewal_call_edition_fk foreign key (edition_id) references edition (id),
	constraint renewal_call_earlier_fk foreign key (earlier_id) references edition (id)
);

-- The pledges whose owners were asked, each once.
create table renewal (
	pledge_id uuid not null,
	version integer not null,
	edition_id uuid not null,
	asked_at timestamp with time zone not null,
	renewed_at timestamp with time zone,
	renewed_id uuid,
	constraint renewal_pk primary key (pledge_id),
	constraint renewal_pledge_fk foreign key (pledge_id) references pledge (id),
	constraint renewal_edition_fk foreign key (edition_id) references edition (id),
	constraint renewal_renewed_fk foreign key (renewed_id) references pledge (id),
	constraint renewal_renewed_ck check ((renewed_at is null) = (renewed_id is null))
);

create index renewal_edition_ix on renewal (edition_id, renewed_at);
create index renewal_renewed_ix on renewal (renewed_id);

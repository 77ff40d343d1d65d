-- The team's asking of earlier signatories to renew, for one edition; asked_until is the last pledge that was looked at.
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

-- The pledges whose owners were asked: each once, which its key sees to.
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
-- whom to ask next
create index pledge_consent_ix on pledge (edition_id, may_write, id);

-- What people say that they did since they signed, in a sentence.
create table deed (
	id uuid not null,
	version integer not null,
	pledge_id uuid not null,
	words varchar(280) not null,
	status varchar(20) not null,
	said_at timestamp with time zone not null,
	reason varchar(500),
	constraint deed_pk primary key (id),
	constraint deed_pledge_uk unique (pledge_id),
	constraint deed_pledge_fk foreign key (pledge_id) references pledge (id),
	constraint deed_status_ck check (status = any (array['WAITING', 'SHOWN', 'DECLINED'])),
	constraint deed_declined_ck check (status <> 'DECLINED' or reason is not null)
);
-- the page and the queue; both directions, because H2 reads an index in its own order only
create index deed_down_ix on deed (status, said_at desc, id desc);
create index deed_up_ix on deed (status, said_at, id);

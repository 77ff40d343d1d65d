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

-- The words that the team finds a pledge by, whether it is on the wall or not. They are bytes, so that every database sorts
-- them alike.

create table pledge_word (
	pledge_id uuid not null,
	word bytea not null,
	signed_at timestamp with time zone not null,
	constraint pledge_word_pk primary key (pledge_id, word),
	constraint pledge_word_pledge_fk foreign key (pledge_id) references pledge (id)
);

create index pledge_word_ix on pledge_word (word, signed_at desc, pledge_id desc);

-- What the team has exported, and how far it has come.
create table pledge_export (
	id uuid not null,
	edition_id uuid not null,
	done_by varchar(254) not null,
	prepared_at timestamp with time zone not null,
	state varchar(10) not null,
	total bigint not null,
	written bigint not null,
	moved_at timestamp with time zone not null,
	constraint pledge_export_pk primary key (id),
	constraint pledge_export_edition_fk foreign key (edition_id) references edition (id),
	constraint pledge_export_state_ck check (state = any (array['PREPARED', 'RUNNING', 'COMPLETE', 'BROKEN_OFF']))
);

create index pledge_export_prepared_ix on pledge_export (prepared_at desc, id desc);

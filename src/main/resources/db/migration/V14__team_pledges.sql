-- A batch: which pledges are set aside together, how many were promised, and whether that still goes on.
alter table pledge_set_aside add state varchar(20) default 'DONE' not null;
alter table pledge_set_aside add wanted integer default 1 not null;
alter table pledge_set_aside add source varchar(10);
-- a domain, or a network's keyed hash for as long as it is worked with
alter table pledge_set_aside add source_key varchar(254);
alter table pledge_set_aside add signed_from timestamp with time zone;
alter table pledge_set_aside add signed_until timestamp with time zone;
alter table pledge_set_aside add constraint pledge_set_aside_state_ck
	check (state = any (array['SETTING_ASIDE', 'DONE', 'BRINGING_BACK', 'BROUGHT_BACK']));
create index pledge_set_aside_newest_ix on pledge_set_aside (done_at desc, id desc);
create index pledge_set_aside_state_ix on pledge_set_aside (state);

-- bursts: all that is asked of a pledge is in the index
create index pledge_network_ix on pledge (network_key, signed_at, set_aside_id);
create index pledge_domain_ix on pledge (domain, signed_at, set_aside_id);

-- what nobody has confirmed, the latest first; the clearing takes the other end
drop index pledge_signature_signed_ix;
create index pledge_signature_signed_ix on pledge_signature (signed_at desc, id desc);

-- The words that the team finds a pledge by, whether it is on the wall or not. They are bytes, so that every database
-- sorts them alike.
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

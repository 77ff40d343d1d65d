-- Batches of pledges that the team does not count for now, each for one reason.

create table pledge_set_aside (
	id uuid not null,
	reason varchar(500) not null,
	done_by varchar(254) not null,
	done_at timestamp with time zone not null,
	state varchar(20) not null,
	-- how many the team was shown
	wanted integer not null,
	source varchar(10),
	-- a domain, or a network's keyed hash for as long as it is worked with
	source_key varchar(254),
	signed_from timestamp with time zone,
	signed_until timestamp with time zone,
	constraint pledge_set_aside_pk primary key (id),
	constraint pledge_set_aside_state_ck
		check (state = any (array['SETTING_ASIDE', 'DONE', 'BRINGING_BACK', 'BROUGHT_BACK']))
);

create index pledge_set_aside_newest_ix on pledge_set_aside (done_at desc, id desc);
create index pledge_set_aside_state_ix on pledge_set_aside (state);

alter table pledge add constraint pledge_set_aside_fk foreign key (set_aside_id) references pledge_set_aside (id);

-- What an organiser has typed of an event, to finish it later.

create table event_draft (
	id uuid not null,
	version integer not null,
	mailbox varchar(254) not null,
	title varchar(120),
	-- every field of the form, as JSON
	typed varchar not null,
	saved_at timestamp(6) with time zone not null,
	constraint event_draft_pk primary key (id)
);

create index event_draft_mailbox_ix on event_draft (mailbox, saved_at);
create index event_draft_saved_at_ix on event_draft (saved_at);

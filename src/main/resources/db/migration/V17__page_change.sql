-- The number of the latest change of what public pages show: nodes that share the database ask for it.
create table page_change (
	number bigint not null
);

insert into page_change (number) values (0);

-- The next moments at which events begin and end.
create index event_starts_at_ix on event (listed, starts_at);
create index event_ends_at_ix on event (listed, ends_at);

-- The number of the latest change of what public pages show: nodes that share the database ask for it.

create table page_change (
	number bigint not null
);

insert into page_change (number) values (0);

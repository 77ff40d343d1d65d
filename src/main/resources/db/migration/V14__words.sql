-- What the public pages say: all versions of each section.

create table passage (
	id uuid not null,
	section varchar(40) not null,
	number integer not null,
	text varchar(10000) not null,
	written_at timestamp(6) with time zone not null,
	written_by varchar(254) not null,
	constraint passage_pk primary key (id),
	constraint passage_number_uk unique (section, number)
);

-- What the week is called, and who answers for it: one row, once the team has written it.
create table kept_facts (
	id integer not null,
	version integer not null,
	name varchar(100) not null,
	coordinator varchar(200),
	contact varchar(254),
	organisation varchar(200),
	charity_number varchar(60),
	address varchar(300),
	data_controller varchar(300),
	lawful_basis varchar(300),
	constraint kept_facts_pk primary key (id),
	constraint kept_facts_one_ck check (id = 1)
);

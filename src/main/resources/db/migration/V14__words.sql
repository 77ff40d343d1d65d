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

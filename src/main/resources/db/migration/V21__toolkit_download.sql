-- How often each file of a toolkit was fetched on each day, and nothing about who did.
create table toolkit_download (
	edition_id uuid not null,
	file varchar(100) not null,
	fetched_on date not null,
	number bigint not null,
	constraint toolkit_download_pk primary key (edition_id, file, fetched_on),
	constraint toolkit_download_edition_fk foreign key (edition_id) references edition (id)
);

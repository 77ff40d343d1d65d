-- What the team adds to the toolkit of an edition: files, words to copy, links.

-- The content of a file, once, whoever uses it; with a small picture of it to show.
create table toolkit_content (
	hash varchar(64) not null,
	preview bytea,
	constraint toolkit_content_pk primary key (hash)
);

create table toolkit_portion (
	hash varchar(64) not null,
	number integer not null,
	bytes bytea not null,
	constraint toolkit_portion_pk primary key (hash, number),
	constraint toolkit_portion_content_fk foreign key (hash) references toolkit_content (hash) on delete cascade
);

create table toolkit_item (
	id uuid not null,
	version integer not null,
	edition_id uuid not null,
	place integer not null,
	title varchar(120) not null,
	description varchar(500),
	audience varchar(20) not null,
	language varchar(40),
	terms varchar(200),
	alternative varchar(300),
	shows_impact boolean not null,
	words varchar(5000),
	link varchar(500),
	file_name varchar(80),
	file_kind varchar(10),
	file_size bigint,
	file_hash varchar(64),
	file_width integer,
	file_height integer,
	file_previewed boolean,
	changed_at timestamp(6) with time zone not null,
	changed_by varchar(254) not null,
	constraint toolkit_item_pk primary key (id),
	constraint toolkit_item_edition_fk foreign key (edition_id) references edition (id),
	constraint toolkit_item_content_fk foreign key (file_hash) references toolkit_content (hash),
	constraint toolkit_item_file_uk unique (edition_id, file_name),
	constraint toolkit_item_audience_ck check (audience = any (array['EVERYONE', 'PARENTS', 'PROFESSIONALS', 'ORGANISERS', 'PRESS'])),
	constraint toolkit_item_file_kind_ck check (file_kind = any (array['PDF', 'PNG', 'JPEG', 'WEBP', 'SVG', 'ODT', 'DOCX', 'ODP', 'PPTX', 'ZIP'])),
	constraint toolkit_item_one_ck check (case when words is null then 0 else 1 end + case when link is null then 0 else 1 end + case when file_hash is null then 0 else 1 end = 1),
	constraint toolkit_item_file_ck check ((file_hash is null) = (file_name is null) and (file_hash is null) = (file_kind is null) and (file_hash is null) = (file_size is null))
);

create index toolkit_item_content_ix on toolkit_item (file_hash);

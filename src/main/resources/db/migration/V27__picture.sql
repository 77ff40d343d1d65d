-- Pictures of events, once however many events have one, as we wrote them anew.

create table picture (
	hash varchar(64) not null,
	jpeg bytea not null,
	width integer not null,
	height integer not null,
	kept_at timestamp(6) with time zone not null,
	constraint picture_pk primary key (hash)
);

create index picture_kept_at_ix on picture (kept_at);

alter table event add column picture_hash varchar(64);
alter table event add column picture_alt varchar(300);
alter table event add column picture_width integer;
alter table event add column picture_height integer;
alter table event add constraint event_picture_fk foreign key (picture_hash) references picture (hash);
alter table event add constraint event_picture_ck check (picture_hash is null
	or (picture_alt is not null and picture_width is not null and picture_height is not null));

create index event_picture_ix on event (picture_hash, listed);

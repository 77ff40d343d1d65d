-- The site's own secret, with which it signs what it hands out in forms.

create table signing_key (
	name varchar(20) not null,
	secret varchar(64) not null,
	constraint signing_key_pk primary key (name)
);

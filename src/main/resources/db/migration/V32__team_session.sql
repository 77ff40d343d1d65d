-- Who is signed in to the team's desk, so that a restart signs nobody out. The web server reads and writes it (Jetty's
-- JDBCSessionDataStore), which makes indexes of these very names where they are missing. Times are in milliseconds since 1970.

create table team_session (
	session_id varchar(120) not null,
	context_path varchar(60) not null,
	virtual_host varchar(60) not null,
	last_node varchar(60),
	access_time bigint,
	last_access_time bigint,
	create_time bigint,
	cookie_time bigint,
	last_saved_time bigint,
	expiry_time bigint,
	max_interval bigint,
	attributes bytea,
	constraint team_session_pk primary key (session_id, context_path, virtual_host)
);

create index idx_team_session_expiry on team_session (expiry_time);
create index idx_team_session_session on team_session (session_id, context_path);

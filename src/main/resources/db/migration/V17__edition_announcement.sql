-- A draft can be set to be announced at a moment.

alter table edition add column announce_at timestamp(6) with time zone;

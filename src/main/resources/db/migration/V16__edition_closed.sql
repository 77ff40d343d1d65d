-- What visitors read while events or pledges are not taken, where the team says why and until when.

alter table edition add column events_closed varchar(300);
alter table edition add column pledges_closed varchar(300);

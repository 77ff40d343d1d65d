-- Events that are one thing, which takes place more than once.
alter table event add column series_id uuid;
create index event_series_ix on event (series_id, starts_at);

-- When its organiser is to be asked to confirm it: later, if the mailbox had an email just now, or its share of a day's.
alter table event add column ask_at timestamp with time zone;
update event set ask_at = submitted_at where to_be_asked;
drop index event_to_be_asked_ix;
alter table event drop column to_be_asked;
create index event_ask_at_ix on event (ask_at);

-- What the calendar reads from its index alone now includes the series.
drop index event_calendar_ix;
create index event_calendar_ix on event (edition_id, listed, event_day nulls last, pinned desc, starts_at, id, version, last_day,
	ends_at, place_format, place_country, audience_group, free_of_charge, provisions, status, series_id);

-- Each purpose of an email to one address has a daily limit of its own.
alter table mail_request add column purpose varchar(40) default '' not null;

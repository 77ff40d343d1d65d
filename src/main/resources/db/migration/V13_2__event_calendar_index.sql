-- What the calendar reads from its index alone now includes whether an event is on as planned.

drop index event_calendar_ix;
create index event_calendar_ix on event (edition_id, listed, event_day nulls last, pinned desc, starts_at, id, version, last_day,
	ends_at, place_format, place_country, audience_group, free_of_charge, provisions, status);

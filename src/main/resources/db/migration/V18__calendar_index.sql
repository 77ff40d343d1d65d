-- The index holds all that the calendar's list needs of an event but its words, in the order of the calendar.

drop index event_calendar_ix;
create index event_calendar_ix on event (edition_id, listed, event_day nulls last, pinned desc, starts_at, id, version, last_day,
	ends_at, place_format, place_country, audience_group, free_of_charge, provisions);

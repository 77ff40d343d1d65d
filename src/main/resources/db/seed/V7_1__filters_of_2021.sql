-- What is known about the two events of 2021 that the calendar is filtered by.

update event set organiser_slug = 'all-party-parliamentary-group-for-conception-to-age-two'
where id = cast('b7a4d3c0-0001-4000-8000-000000000001' as uuid);

update event set organiser_slug = 'genesis-research-trust', audience_group = 'EVERYONE'
where id = cast('b7a4d3c0-0001-4000-8000-000000000002' as uuid);

-- What is known about the two events of 2021 that the calendar is filtered by.

update event set
	organiser_slug = 'all-party-parliamentary-group-for-conception-to-age-two',
	search_text = 'all-party parliamentary group for conception to age two: meeting the looks at local variation in provision of services babies and their families across england, how this might be addressed through current reforms. two'
where id = cast('b7a4d3c0-0001-4000-8000-000000000001' as uuid);

update event set
	organiser_slug = 'genesis-research-trust',
	audience_group = 'EVERYONE',
	search_text = 'begin before birth: emotional wellbeing during pregnancy & beyond a webinar about the mental health of both mothers and infants, echoing theme week. after 15 years conferences for professionals it is first one general public too. introduced by professor robert winston, chaired vivette glover dr alain gregoire. genesis research trust'
where id = cast('b7a4d3c0-0001-4000-8000-000000000002' as uuid);

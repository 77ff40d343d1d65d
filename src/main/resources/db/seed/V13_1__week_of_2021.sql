-- The weeks so far, and the week of 2021 with its two known events.

insert into edition (id, version, calendar_year, first_day, last_day, theme, short_theme, theme_text, hashtags, quotations,
	topics, pledge_statement, takes_events, takes_pledges, announced_at)
values
	('b7a4d3c0-0000-4000-8000-000000002016', 0, 2016, date '2016-06-06', date '2016-06-10', null, null,
		'The first national Infant Mental Health Awareness Week.', '', json '[]', json '{}', null, false, false,
		timestamp with time zone '2016-06-01 00:00:00+00:00'),
	('b7a4d3c0-0000-4000-8000-000000002017', 0, 2017, date '2017-06-12', date '2017-06-16', 'Begin Before Birth', null,
		'', '', json '[]', json '{}', null, false, false, timestamp with time zone '2017-06-01 00:00:00+00:00'),
	('b7a4d3c0-0000-4000-8000-000000002018', 0, 2018, date '2018-06-11', date '2018-06-17', null, null,
		'', '', json '[]', json '{}', null, false, false, timestamp with time zone '2018-06-01 00:00:00+00:00'),
	('b7a4d3c0-0000-4000-8000-000000002019', 0, 2019, date '2019-06-10', date '2019-06-16', null, null,
		'', '', json '[]', json '{}', null, false, false, timestamp with time zone '2019-06-01 00:00:00+00:00'),
	('b7a4d3c0-0000-4000-8000-000000002020', 0, 2020, date '2020-06-08', date '2020-06-12',
		'20:20 Vision: seeing the world through babies’ eyes', '20:20 Vision', '', '#IMHAW20 #IMHAW2020', json '[]',
		json '{"2020-06-08": "What infant mental health is and why it matters", "2020-06-09": "The First 1001 Days Movement", "2020-06-10": "Babies in the pandemic", "2020-06-11": "Seeing the world through babies’ eyes", "2020-06-12": "Commitments for the future"}',
		null, false, false, timestamp with time zone '2020-06-01 00:00:00+00:00'),
	('b7a4d3c0-0000-4000-8000-000000002021', 0, 2021, date '2021-06-07', date '2021-06-13',
		'Including infants in children and young people’s mental health', 'Including Infants',
		'This year’s week encourages everyone who works on policies, strategies and services for children and young people’s mental health to think about babies, and to include them.

It asks us to think and talk about infant, children and young people’s mental health, and to consider how the mental health needs of infants can be met.',
		'#IMHAW21 #IncludingInfants',
		json '[{"words": "children and young people’s mental health should refer to the mental health of all children from 0-18 and beyond, but too often it is focused on older children", "source": "Parent-Infant Foundation"}]',
		json '{}',
		'We pledge to include infants whenever we talk about children and young people’s mental health, and to say “infant, children and young people’s mental health”.',
		true, true, timestamp with time zone '2021-03-01 00:00:00+00:00');

update edition
set pledge_in_short = 'to include infants',
	pledge_for_posts = 'to include infants whenever we talk about children and young people’s mental health',
	pledge_reason = 'It is a small change of language that keeps babies’ needs in view in policies, strategies and services.'
where calendar_year = 2021;

insert into event (id, version, edition_id, slug, title, description, audience, audience_group, free_of_charge, provisions,
	event_day, last_day, start_time, end_time, time_zone, starts_at, ends_at, place_format, how_to_join,
	organiser_organisation, organiser_slug, search_title, search_text, status, listed, fully_booked, pinned, submitted_at,
	published_at, revision, changed_at)
select cast('b7a4d3c0-0001-4000-8000-000000000001' as uuid), 0, id,
	'appg-for-conception-to-age-two',
	'All-Party Parliamentary Group for Conception to Age Two: meeting',
	'The group looks at local variation in the provision of services for babies and their families across England, and at how this might be addressed through current reforms.',
	null, null, false, '', date '2021-06-08', date '2021-06-08', time '09:30:00', time '11:00:00', 'Europe/London',
	timestamp with time zone '2021-06-08 08:30:00+00:00', timestamp with time zone '2021-06-08 10:00:00+00:00', 'ONLINE',
	'Book a place to join live. The meeting is also streamed live, and recorded to watch later.',
	'All-Party Parliamentary Group for Conception to Age Two', 'all-party-parliamentary-group-for-conception-to-age-two',
	'all party parliamentary group for conception to age two meeting allparty',
	'all party parliamentary group for conception to age two meeting the looks at local variation in provision of services babies and their families across england how this might be addressed through current reforms allparty',
	'PUBLISHED', true, false, false, announced_at, announced_at, 0, announced_at
from edition where calendar_year = 2021;

insert into event (id, version, edition_id, slug, title, description, audience, audience_group, free_of_charge, provisions,
	time_zone, place_format, how_to_join, organiser_organisation, organiser_slug, search_title, search_text, status, listed,
	fully_booked, pinned, submitted_at, published_at, revision, changed_at)
select cast('b7a4d3c0-0001-4000-8000-000000000002' as uuid), 0, id,
	'begin-before-birth-emotional-wellbeing-during-pregnancy',
	'Begin Before Birth: Emotional Wellbeing During Pregnancy & Beyond',
	'A webinar about the mental health of both mothers and infants, echoing the theme of the week. After 15 years of conferences for professionals it is the first one for the general public too.

Introduced by Professor Robert Winston, chaired by Professor Vivette Glover and Dr Alain Gregoire.',
	'Professionals and the general public', 'EVERYONE', false, '', 'Europe/London', 'ONLINE', 'A webinar, during the week.',
	'Genesis Research Trust', 'genesis-research-trust',
	'begin before birth emotional wellbeing during pregnancy and beyond',
	'begin before birth emotional wellbeing during pregnancy and beyond a webinar about the mental health of both mothers infants echoing theme week after 15 years conferences for professionals it is first one general public too introduced by professor robert winston chaired vivette glover dr alain gregoire genesis research trust',
	'PUBLISHED', true, false, false, announced_at, announced_at, 0, announced_at
from edition where calendar_year = 2021;

insert into event_slug (slug, event_id) select slug, id from event;

insert into event_organiser (slug, event_id) select organiser_slug, id from event;

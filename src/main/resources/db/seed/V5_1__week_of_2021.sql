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

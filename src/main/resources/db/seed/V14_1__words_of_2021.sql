-- The words of the pages in 2021, the first version of each section.

insert into passage (id, section, number, text, written_at, written_by)
values
	('b7a4d3c0-0002-4000-8000-000000000001', 'HOME', 1,
		'Every year, people who work with babies and their families share what they do, and speak up for babies’ social and emotional development.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000002', 'ABOUT', 1,
		'# What the week is

{week}, IMHAW for short, takes place once a year, usually in June. It began in 2016, and has a different theme each year.

The week is coordinated by {coordinator}, which sets its theme. In the charity’s words, the week

> “provides an opportunity for everyone working in the sector to raise awareness of the importance of babies’ social and emotional development, and to share work they are doing”.
>
> — Parent-Infant Foundation

It started as a week in the UK. Groups around the world have joined since: Australia’s association has taken part since 2017. So events can be in any time zone. Where a time is not UK time, we say so.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000003', 'ABOUT_MORE', 1,
		'## What infant mental health means

Infant mental health is about the social and emotional wellbeing and development of babies. Both grow in a baby’s relationships with the people who care for them.

The time from conception to age two is often called the first 1001 days.

## Past weeks

Dates and themes of every week since 2016 are on the page of [past weeks](/editions).

## Where the facts come from

The passages in quotation marks are the Parent-Infant Foundation’s own words; it coordinates the week and sets its theme. Details of events come from those who run them. Where we do not know something, we leave it open and say so.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000004', 'GET_INVOLVED', 1,
		'# Get involved

Everybody who works with babies, children, young people and their families can take part.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000005', 'PLEDGE_ABOUT', 1,
		'We ask it of professionals in mental health, and of organisations and individuals who work with babies, children, young people and their families.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000006', 'TOOLKIT_TERMS', 1,
		'## Terms of use

- You may use the logos and pictures free of charge, in print, online and on film, to tell people about the week, your event in it or your pledge.
- Keep them as they are: do not redraw, recolour, stretch or crop them.
- Leave clear space around them, at least as wide as the dot in the ring.
- Do not use them in a way that suggests that the week endorses a product, a service or a political party.

The logos were drawn for this site. The ring stands for everybody around a baby; the dot is the baby, included.',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders'),
	('b7a4d3c0-0002-4000-8000-000000000007', 'FOOTER', 1,
		'The week is coordinated by {coordinator}, which sets its theme. [Where the facts on this site come from](/about#where-the-facts-come-from)',
		timestamp with time zone '2021-03-01 00:00:00+00:00', 'the founders');

insert into kept_facts (id, version, name, coordinator)
values (1, 0, 'Infant Mental Health Awareness Week', 'the Parent-Infant Foundation, a UK charity');

-- Why the theme of 2021 matters, unless the team has written of it already.

update edition set theme_text = 'Infant mental health is about the social and emotional wellbeing and development of babies. Both grow in a baby’s relationships with the people who care for them. The time from conception to age two is often called the first 1001 days.

The week of 2021 encourages everyone who works on policies, strategies and services for children and young people’s mental health to think about babies, and to include them.

It asks us to think and talk about infant, children and young people’s mental health, and to consider how the mental health needs of infants can be met.'
where calendar_year = 2021 and version = 0;

update passage set text = '# Get involved

Everyone who works with babies, children, young people and their families can take part.'
where id = 'b7a4d3c0-0002-4000-8000-000000000004'
	and not exists (select 1 from passage later where later.section = 'GET_INVOLVED' and later.number > 1);

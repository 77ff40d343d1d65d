-- What the site has said about the pledge of 2021 so far.

update edition
set pledge_in_short = 'to include infants',
	pledge_for_posts = 'to include infants whenever we talk about children and young people’s mental health',
	pledge_reason = 'It is a small change of language that keeps babies’ needs in view in policies, strategies and services.'
where calendar_year = 2021 and pledge_statement is not null;

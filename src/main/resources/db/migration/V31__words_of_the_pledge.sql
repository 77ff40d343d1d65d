-- How a year's pledge is said where there is less room than for its statement, and why it matters.

alter table edition add column pledge_in_short varchar(60);
alter table edition add column pledge_for_posts varchar(200);
alter table edition add column pledge_reason varchar(500);

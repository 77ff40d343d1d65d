-- The week's pages on social media: at most 8 addresses, one on each line.

alter table kept_facts add column social_pages varchar(4100);

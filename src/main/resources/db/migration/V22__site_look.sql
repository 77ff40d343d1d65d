-- The language, the time zone and the colours of the site, and the profession that the week is about, once the team has chosen.

alter table kept_facts add column profession varchar(60);
alter table kept_facts add column language varchar(5);
alter table kept_facts add column time_zone varchar(60);
alter table kept_facts add column main_colour varchar(7);
alter table kept_facts add column dark_colour varchar(7);
alter table kept_facts add column accent_colour varchar(7);

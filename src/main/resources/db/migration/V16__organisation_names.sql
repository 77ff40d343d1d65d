-- An organisation is shown as the first of those who are on the wall now spells it: what nobody there says is not kept.
alter table pledge_organisation drop column name;
-- since when the nightly round finds nobody of it on the wall
alter table pledge_organisation add column alone_since timestamp with time zone;

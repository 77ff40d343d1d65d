-- How often the private address of a draft's dry run was replaced.

alter table edition add column dry_run integer default 0 not null;

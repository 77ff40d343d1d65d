-- Who answers to an email go to, if not to the week's own address: whoever wrote to an organiser through the site.
alter table outgoing_mail add column reply_to varchar(254);

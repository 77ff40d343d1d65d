-- All events of one mailbox are confirmed together. Some have to be asked about later, because their mailbox had its share of
-- a day's emails.
alter table event add mailbox varchar(254);
alter table event add to_be_asked boolean default false not null;
update event set mailbox = lower(organiser_contact) where organiser_contact is not null;
create index event_mailbox_ix on event (mailbox, status);
create index event_to_be_asked_ix on event (to_be_asked, submitted_at);

-- What an email was asked for, so that a button that was pressed twice sends one.
alter table mail_request add what varchar(64);

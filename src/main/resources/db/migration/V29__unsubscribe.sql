-- Where one POST stops emails of this kind (RFC 8058).
alter table outgoing_mail add unsubscribe_link varchar(500);

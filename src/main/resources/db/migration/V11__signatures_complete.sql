-- What V10 has filled in.
alter table pledge_signature alter column edition_id set not null;
alter table pledge_signature alter column kind set not null;
alter table pledge_signature alter column status set not null;
alter table pledge_signature alter column address_key set not null;
alter table pledge_signature alter column domain set not null;
alter table pledge_signature add constraint pledge_signature_status_ck check (status = any (array['NEW', 'MAILED', 'KNOWN', 'CONFIRMED']));
create index pledge_signature_place_ix on pledge_signature (address_key);
alter table pledge alter column certificate_number set not null;
alter table pledge add constraint pledge_certificate_uk unique (certificate_number);

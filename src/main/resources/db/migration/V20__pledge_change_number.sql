-- H2 makes a list of "x = 1 or x = -1" and binds it to the connection that added the constraint: once that is closed, no line
-- could be added. An array is bound to none.
alter table pledge_change drop constraint pledge_change_number_ck;
alter table pledge_change add constraint pledge_change_number_ck check (number = any (array[1, -1]));

-- What a list says was done before there was this ledger waits until another than who imported it confirms it.
alter table problem
  drop constraint problem_state_check,
  add constraint problem_state_check check (state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'closure_claimed', 'struck_off', 'closed_on_import', 'relapsed', 'superseded')),
  add column import_id uuid;
comment on column problem.import_id is '由哪一次导入登记：同一次导入的可以一并确认';
create index problem_of_import on problem (import_id, id) where state = 'closure_claimed';
drop index problem_look_back;
create index problem_look_back on problem (look_back_on)
  where state in ('struck_off', 'closed_on_import') and proved_on is null;

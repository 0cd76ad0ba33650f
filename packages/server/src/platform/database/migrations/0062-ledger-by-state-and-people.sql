-- The ledger of a whole region by state and by who leads or handles, as by unit (0050): where a name stands is kept with each
-- problem, a state has its place in the list, each with an index at the top. Further down there are so few that sorting them
-- takes little time.
alter table problem add column lead_order text collate "C" not null default 'z';
alter table problem add column handler_order text collate "C" not null default 'z';
comment on column problem.lead_order is '责任领导姓名的次序，没有责任领导的为 z，排在最后；改名、分派时跟着变；按责任领导排列时用';
comment on column problem.handler_order is '责任人姓名的次序，没有责任人的为 z，排在最后；改名、分派时跟着变；按责任人排列时用';
create function person_order(id uuid) returns text language sql stable parallel safe
  return coalesce((select nullif(name_order(person.name), '') from person where person.id = person_order.id), 'z');
comment on function person_order(uuid) is '一个人的姓名的次序，没有这个人的为 z';

alter table problem disable trigger user;
update problem set lead_order = person_order(lead_id), handler_order = person_order(handler_id)
where lead_id is not null or handler_id is not null;
alter table problem enable trigger user;

create function take_person_orders() returns trigger language plpgsql as $$
begin
  new.lead_order := person_order(new.lead_id);
  new.handler_order := person_order(new.handler_id);
  return new;
end
$$;
create trigger problem_person_orders before insert or update of lead_id, handler_id on problem
  for each row execute function take_person_orders();
create function pass_person_orders() returns trigger language plpgsql as $$
begin
  update problem set lead_order = person_order(new.id) where lead_id = new.id;
  update problem set handler_order = person_order(new.id) where handler_id = new.id;
  return null;
end
$$;
create trigger person_person_orders after update of name on person
  for each row when (old.name is distinct from new.name) execute function pass_person_orders();

-- Who is nobody is last either way round.
create index problem_lead_a1 on problem (a1, lead_order, id);
create index problem_lead_back_a1 on problem (a1, coalesce(nullif(lead_order, 'z'), ''), id);
create index problem_handler_a1 on problem (a1, handler_order, id);
create index problem_handler_back_a1 on problem (a1, coalesce(nullif(handler_order, 'z'), ''), id);
-- The states as the contract lists them: what is sorted by says the same words. Those of what is closed come last, and most
-- is closed: backwards what is open would be found only behind all of it.
create index problem_state_a1 on problem (a1, array_position(array['registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'closure_claimed', 'struck_off', 'struck_off_on_paper', 'closed_on_import', 'relapsed', 'superseded', 'withdrawn'], state), id);
create index problem_state_open_a1 on problem (a1, array_position(array['registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'closure_claimed', 'struck_off', 'struck_off_on_paper', 'closed_on_import', 'relapsed', 'superseded', 'withdrawn'], state), id) where is_open;

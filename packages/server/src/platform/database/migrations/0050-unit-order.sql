-- The ledger of a whole region by unit: where a name stands is kept with each problem, with an index at the two upper levels,
-- not made anew of every row for each page. Further down there are so few that sorting them takes no time.
create function name_order(name text) returns text language sql immutable strict parallel safe
  return encode(convert_to(name, 'GB18030'), 'hex');
comment on function name_order(text) is '按姓名、名称排序的依据：GB 18030 的编码，常用字因此按拼音，与数据库的排序规则无关';

alter table problem add column unit_order text collate "C" not null default '';
comment on column problem.unit_order is '单位名称的次序，由单位的名称得出，改名、移交时跟着变；按单位排列时用';
alter table problem disable trigger user;
update problem set unit_order = name_order(organisation.name) from organisation where organisation.id = problem.organisation_id;
alter table problem enable trigger user;

create function take_unit_order() returns trigger language plpgsql as $$
begin
  new.unit_order := (select name_order(name) from organisation where id = new.organisation_id);
  return new;
end
$$;
create trigger problem_unit_order before insert or update of organisation_id on problem
  for each row execute function take_unit_order();
create function pass_unit_order() returns trigger language plpgsql as $$
begin
  update problem set unit_order = name_order(new.name) where organisation_id = new.id;
  return null;
end
$$;
create trigger organisation_unit_order after update of name on organisation
  for each row when (old.name is distinct from new.name) execute function pass_unit_order();

create index problem_unit_a1 on problem (a1, unit_order, id);
create index problem_unit_a2 on problem (a2, unit_order, id) where a2 is not null;

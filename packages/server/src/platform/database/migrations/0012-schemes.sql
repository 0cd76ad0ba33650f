-- Nobody alone: what decides who may approve is the history of a problem, not the row as it stands today.
create table problem_hand (
  problem_id uuid not null references problem on delete cascade,
  person_id uuid not null references person,
  deed text not null check (deed in ('led', 'handled', 'worked', 'asked')),
  primary key (problem_id, person_id, deed)
);
comment on table problem_hand is '谁经手过一个问题：经手过的人以后都不能审批它的销号。只增不减';
comment on column problem_hand.person_id is '经手的人';
comment on column problem_hand.deed is 'led 牵头过，handled 负责过，worked 报告过进展、交过佐证、办结过措施，asked 申请过销号或延期';

create function keep_hand() returns trigger language plpgsql as $$
begin
  insert into problem_hand
  select new.id, person_id, deed from (values (new.lead_id, 'led'), (new.handler_id, 'handled')) as people(person_id, deed)
  where person_id is not null
  union all
  select new.id, person_id, 'asked' from account where id = new.requested_by
  on conflict do nothing;
  return null;
end
$$;
create trigger problem_hand_kept after insert or update of lead_id, handler_id, requested_by on problem
  for each row execute function keep_hand();

create function keep_worker() returns trigger language plpgsql as $$
begin
  insert into problem_hand select new.problem_id, person_id, 'worked' from account where id = new.account_id
  on conflict do nothing;
  return null;
end
$$;
create trigger progress_hand_kept after insert on progress for each row execute function keep_worker();
create trigger evidence_hand_kept after insert on evidence for each row execute function keep_worker();

create function keep_asker() returns trigger language plpgsql as $$
begin
  insert into problem_hand select new.problem_id, person_id, 'asked' from account where id = new.requested_by
  on conflict do nothing;
  return null;
end
$$;
create trigger extension_hand_kept after insert on extension for each row execute function keep_asker();

insert into problem_hand
select id, lead_id, 'led' from problem where lead_id is not null
union select id, handler_id, 'handled' from problem where handler_id is not null
union select problem_id, person_id, 'worked' from progress join account on account.id = account_id
union select problem_id, person_id, 'worked' from evidence join account on account.id = account_id
union select problem.id, person_id, 'asked' from problem join account on account.id = requested_by
union select problem_id, person_id, 'asked' from problem_event join account on account.id = account_id
  where action = 'requestStrikeOff'
union select problem_id, person_id, 'asked' from extension join account on account.id = requested_by
on conflict do nothing;

alter table problem
  add column sources text[] not null default '{}',
  add column chain jsonb;
comment on column problem.sources is '有过的来源：改来源不会少一级审批';
comment on column problem.chain is '申请销号时定下的审批，以后改设置不影响已经在走的';

create function keep_sources() returns trigger language plpgsql as $$
begin
  new.sources := array(
    select distinct source
    from unnest(new.sources || new.source || case when tg_op = 'UPDATE' then old.sources else '{}' end) as source
    order by source);
  return new;
end
$$;
create trigger problem_sources before insert or update of source, sources on problem
  for each row execute function keep_sources();
update problem set sources = array(
  select source from problem_version where problem_id = problem.id union select source order by source);
update problem set chain = coalesce(
  (select content -> 'approvals' -> source from setting),
  case when source in ('meeting', 'inspection', 'audit', 'petition')
    then '[{"name": "单位主要负责人确认", "role": "head", "isSuperior": false}, {"name": "上级核验", "role": "reviewer", "isSuperior": true}]'::jsonb
    else '[{"name": "单位主要负责人确认", "role": "head", "isSuperior": false}, {"name": "台账管理人核验", "role": "organiser", "isSuperior": false}]'::jsonb
  end)
where state in ('strike_off_requested', 'unit_confirmed');

alter table progress add column is_imported boolean not null default false;
comment on column progress.is_imported is '由台账导入：账号是导入的人，写的人不一定是他';
update progress set is_imported = account_id is null;

alter table extension
  alter column until drop not null,
  add column class text check (class in ('immediate', 'dated', 'sustained'));
comment on column extension.until is '延到哪一天；改为长期坚持的可以没有';
comment on column extension.class is '同时要改成的整改类型，没有则不变';

-- A problem registered by mistake is taken back, alone or with the whole import that brought it.
alter table problem
  drop constraint problem_state_check,
  add constraint problem_state_check check (state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'closure_claimed', 'struck_off', 'struck_off_on_paper', 'closed_on_import', 'relapsed', 'superseded', 'withdrawn'));
-- Whether another was merged into a problem, or is asked to be.
create index problem_merged on problem (merged_into) where merged_into is not null;
create index problem_merge_asked on problem (merge_into) where merge_into is not null;
drop index problem_of_import;
create index problem_of_import on problem (import_id, id) where import_id is not null;

-- What was told of a month stays; that some of it was a mistake is told beside it, as what is entered later is.
alter table problem_flow
  add column withdrawn integer not null default 0,
  add column mistaken integer not null default 0;
comment on column problem_flow.withdrawn is '登记日期是 dated_on、在 entered_on 这一天撤回的问题数（登记有误）';
comment on column problem_flow.mistaken is 'registered 里后来撤回的（登记有误）';

create table ledger_import (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  file_name text not null,
  account_id uuid references account,
  by_name text not null,
  at timestamptz not null,
  created integer not null,
  unchanged integer not null,
  changed_ids uuid[] not null default '{}',
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  withdrawn_by_name text not null default '',
  withdrawn_reason text not null default ''
);
comment on table ledger_import is '写入了台账的一次导入：谁、何时、哪份文件；整个撤销时，它新登记、还没有人办过的问题一起撤回';
comment on column ledger_import.id is '就是导入预览的编号，也是 problem.import_id';
comment on column ledger_import.organisation_id is '导入到哪个组织；问题也可能登记到它下面的单位';
comment on column ledger_import.file_name is '文件的名称';
comment on column ledger_import.account_id is '谁导入的';
comment on column ledger_import.at is '何时写入';
comment on column ledger_import.by_name is '导入的人当时的姓名';
comment on column ledger_import.created is '新登记了几个问题';
comment on column ledger_import.unchanged is '文件里有、台账里已经一样的几个';
comment on column ledger_import.changed_ids is '改了哪些原有的问题；撤销时不动它们';
comment on column ledger_import.withdrawn_at is '何时撤销；空为没有撤销';
comment on column ledger_import.withdrawn_by is '谁撤销的';
comment on column ledger_import.withdrawn_by_name is '撤销的人当时的姓名';
comment on column ledger_import.withdrawn_reason is '为什么撤销';
create index ledger_import_of_organisation on ledger_import (organisation_id, at, id);

-- What was imported until now, as its problems and their first events tell: into the lowest organisation all of them lie at
-- or below. What was changed or found the same then is not known any more.
insert into ledger_import (id, organisation_id, file_name, account_id, by_name, at, created, unchanged)
select distinct on (import_id) import_id, organisation_id, reason, account_id, by_name, at, created, 0
from (
  select problem.import_id, above.id as organisation_id, above.level, count(*) as created,
    min(event.reason) as reason, (array_agg(event.account_id))[1] as account_id, min(event.by_name) as by_name, min(event.at) as at
  from problem
  join problem_event as event on event.problem_id = problem.id and event.from_state is null,
  unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) with ordinality as above(id, level)
  where problem.import_id is not null and above.id in (select id from organisation)
  group by problem.import_id, above.id, above.level
) as shared
where created = (select count(*) from problem where problem.import_id = shared.import_id)
order by import_id, level desc;

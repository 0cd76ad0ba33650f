create table inspection (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  edition text not null check (edition in ('regulation_2017', 'regulation_2024', 'patrol')),
  fed_back_on date not null,
  created_at timestamptz not null default now()
);
comment on table inspection is '巡视巡察：反馈的问题由它而来，时限按它适用的条例';
comment on column inspection.edition is '适用的条例，决定报告的时限';
create index inspection_of_organisation on inspection (organisation_id, fed_back_on, id);

create table problem (
  id uuid primary key,
  number bigint generated always as identity unique,
  organisation_id uuid not null references organisation,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  source text not null check (source in ('meeting', 'criticism', 'opinion', 'inspection', 'audit', 'hazard', 'petition', 'other')),
  inspection_id uuid references inspection,
  aspect text not null default '',
  text text not null check (text <> ''),
  cause text not null default '',
  goal text not null default '',
  class text not null check (class in ('immediate', 'dated', 'sustained')),
  lead_id uuid references person,
  handler_id uuid references person,
  due_on date,
  due_order date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  state text not null check (state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'struck_off', 'relapsed', 'superseded')),
  is_open boolean not null generated always as (state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed')) stored,
  is_overdue boolean not null default false,
  approvals smallint not null default 0,
  approver_ids uuid[] not null default '{}',
  requested_by uuid references account,
  result text not null default '',
  exception text not null default '',
  registered_on date not null,
  struck_off_on date,
  look_back_on date,
  proved_on date,
  relapse_of uuid references problem,
  split_from uuid references problem,
  merged_into uuid references problem,
  import_key text,
  version integer not null default 1,
  changed_at timestamptz not null
);
comment on table problem is '问题：台账的一行';
comment on column problem.number is '编号，给人看、给人说';
comment on column problem.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column problem.due_order is '排序用的时限：没有时限的排在最后';
comment on column problem.is_overdue is '写入时按当天、此后每天零点由后台任务标记：统计不用数行';
comment on column problem.approvals is '销号已经过了几级审批';
comment on column problem.approver_ids is '这一轮已经审批的账号，不能再审批';
comment on column problem.exception is '条件没有全部满足而申请销号的理由';
comment on column problem.look_back_on is '销号时定下的回头看日期';
comment on column problem.import_key is '从 Excel 导入时认这一行的依据：再导入时更新，不重复';
create function mark_overdue() returns trigger language plpgsql as $$
begin
  new.is_overdue := new.due_on is not null
    and new.due_on < (new.changed_at at time zone 'Asia/Shanghai')::date
    and new.state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed');
  return new;
end
$$;
create trigger problem_overdue before insert or update on problem for each row execute function mark_overdue();
create index problem_open_a1 on problem (a1, due_order, id) where is_open;
create index problem_open_a2 on problem (a2, due_order, id) where is_open;
create index problem_open_a3 on problem (a3, due_order, id) where is_open;
create index problem_open_a4 on problem (a4, due_order, id) where is_open;
create index problem_open_a5 on problem (a5, due_order, id) where is_open and a5 is not null;
create index problem_open_a6 on problem (a6, due_order, id) where is_open and a6 is not null;
create index problem_open_a7 on problem (a7, due_order, id) where is_open and a7 is not null;
create index problem_open_a8 on problem (a8, due_order, id) where is_open and a8 is not null;
create index problem_all_a1 on problem (a1, due_order, id);
create index problem_all_a2 on problem (a2, due_order, id);
create index problem_all_a3 on problem (a3, due_order, id);
create index problem_all_a4 on problem (a4, due_order, id);
create index problem_of_organisation on problem (organisation_id, due_order, id);
create index problem_of_lead on problem (lead_id, due_order, id) where is_open;
create index problem_of_handler on problem (handler_id, due_order, id) where is_open;
create index problem_due on problem (due_on) where is_open and not is_overdue and due_on is not null;
create index problem_look_back on problem (look_back_on) where state = 'struck_off' and proved_on is null;
create unique index problem_import on problem (organisation_id, import_key) where import_key is not null;
create index problem_relapse on problem (relapse_of) where relapse_of is not null;
create index problem_split on problem (split_from) where split_from is not null;

create table measure (
  id uuid primary key,
  problem_id uuid not null references problem,
  position smallint not null,
  text text not null,
  text_hash text not null generated always as (md5(text)) stored,
  responsible text not null default '',
  due_on date,
  funding text not null default '',
  contingency text not null default '',
  done_on date
);
comment on table measure is '整改措施，含五落实';
comment on column measure.text_hash is '找一字不差的措施用，不作安全用途';
create index measure_of_problem on measure (problem_id, position);
create index measure_text on measure (text_hash);

create table progress (
  id uuid primary key,
  problem_id uuid not null references problem,
  account_id uuid references account,
  dated_on date not null,
  text text not null,
  text_hash text not null generated always as (md5(text)) stored,
  at timestamptz not null
);
comment on table progress is '整改进展';
create index progress_of_problem on progress (problem_id, dated_on, id);
create index progress_text on progress (text_hash);

create table evidence (
  id uuid primary key,
  problem_id uuid not null references problem,
  measure_id uuid references measure on delete set null,
  file_hash text not null references stored_file,
  name text not null,
  kind text not null,
  dated_on date not null,
  account_id uuid references account,
  at timestamptz not null,
  removed_at timestamptz
);
comment on table evidence is '佐证材料。撤下的还在，只是不再算数';
create index evidence_of_problem on evidence (problem_id, at, id) where removed_at is null;
create index evidence_content on evidence (file_hash) where removed_at is null;

create table extension (
  id uuid primary key,
  problem_id uuid not null references problem,
  until date not null,
  reason text not null,
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  is_granted boolean,
  decision_reason text not null default '',
  decided_by uuid references account,
  decided_at timestamptz
);
comment on table extension is '延期申请';
create unique index extension_pending on extension (problem_id) where decided_at is null;
create index extension_of_problem on extension (problem_id, requested_at);

create table notice (
  id uuid primary key,
  problem_id uuid not null references problem,
  kind text not null check (kind in ('remind', 'guide', 'urge', 'admonish')),
  year smallint not null,
  serial integer not null,
  organisation_id uuid not null references organisation,
  text text not null,
  issued_by uuid not null references account,
  issued_on date not null,
  answer_due_on date not null,
  answer text,
  answered_by uuid references account,
  answered_on date
);
comment on table notice is '督办单：书面的督促，要书面答复';
comment on column notice.organisation_id is '发出督办单的组织；文号在它名下一年一排';
create unique index notice_number on notice (organisation_id, year, serial);
create index notice_of_problem on notice (problem_id, issued_on, id);
create index notice_open on notice (answer_due_on, id) where answer is null;

create table notice_template (
  organisation_id uuid primary key references organisation,
  file_hash text not null references stored_file,
  name text not null
);
comment on table notice_template is '单位自己的督办单格式';

create table problem_event (
  id uuid primary key,
  problem_id uuid not null references problem,
  at timestamptz not null,
  account_id uuid references account,
  by_name text not null,
  action text not null,
  from_state text,
  to_state text not null,
  reason text not null default '',
  changes jsonb not null default '[]'
);
comment on table problem_event is '问题的经过：每一次变动谁、何时、做了什么、为什么。只增不改';
create index problem_event_of_problem on problem_event (problem_id, at, id);
create function refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception '问题的经过不能修改或删除';
end
$$;
create trigger problem_event_is_final before update or delete on problem_event
  for each row execute function refuse_event_change();

create table problem_version (
  problem_id uuid not null references problem,
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity',
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  organisation_id uuid not null,
  source text not null,
  class text not null,
  aspect text not null,
  state text not null,
  text text not null,
  due_on date,
  struck_off_on date,
  proved_on date,
  primary key (problem_id, valid_from)
);
comment on table problem_version is '问题在每一段时间里的样子：任何一天的台账和数字都能再打开';
create index problem_version_a1 on problem_version (a1, problem_id);
create index problem_version_a2 on problem_version (a2, problem_id);
create index problem_version_a3 on problem_version (a3, problem_id);
create index problem_version_a4 on problem_version (a4, problem_id);

create table problem_count (
  organisation_id uuid not null references organisation,
  source text not null,
  class text not null,
  state text not null,
  is_proved boolean not null,
  is_overdue boolean not null,
  count integer not null,
  primary key (organisation_id, source, class, state, is_proved, is_overdue)
);
comment on table problem_count is '每个组织连同下级的问题数，与写入同一个事务里加减：哪一级的统计都不用数行';

create table workday_exception (
  date date primary key,
  is_workday boolean not null
);
comment on table workday_exception is '对法定工作日历的调整';

alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check check (kind in ('organisation', 'person', 'problem'));

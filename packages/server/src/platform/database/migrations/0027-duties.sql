-- What is owed, how often, by whom, on what ground. Whether it was done is never stored: it follows from the records.
create table duty (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  name text not null check (name <> ''),
  kinds text[] not null check (cardinality(kinds) between 1 and 8),
  subject text not null default '',
  list text not null check (list in ('main', 'supervision', 'one_post', 'organisation_life', 'study', 'safety', 'other')),
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('times', 'hours', 'half_days')),
  per text not null check (per in ('week', 'month', 'quarter', 'half', 'year', 'once', 'holiday', 'post_change')),
  owed_kinds text[] not null default '{}',
  owed_bodies uuid[] not null default '{}',
  owed_roles text[] not null default '{}',
  where_role text
    check (where_role in ('head', 'deputy', 'member', 'discipline', 'secretary', 'deputy_secretary', 'committee_member', 'party_member', 'probationary', 'observer')),
  is_inherited boolean not null,
  due_workdays integer not null default 0 check (due_workdays between 0 and 60),
  from_on date not null,
  to_on date check (to_on >= from_on),
  ground text not null default '',
  known text not null check (known in ('read', 'practice', 'unverified', 'own')),
  standard text,
  problem_id uuid references problem,
  withdrawn_on date,
  withdrawn_reason text not null default '' check ((withdrawn_on is null) = (withdrawn_reason = '')),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table duty is '履职事项：哪些组织或职务应当做什么、多久一次、依据是什么。完成与否由履职记录推出，不另存';
comment on column duty.organisation_id is '由哪个组织定；下级组织看得见、照着做';
comment on column duty.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column duty.kinds is '做了其中任何一种就算；名称见 engine 的 recordKinds';
comment on column duty.subject is '须是哪个专题的，如意识形态；空为不限';
comment on column duty.list is '列在哪张清单：main 主体责任，supervision 监督责任，one_post 一岗双责，organisation_life 组织生活，study 学习，safety 安全，other 其他';
comment on column duty.amount is '每期多少，单位见 unit';
comment on column duty.per is '一期多长；holiday 每逢节日，post_change 每逢任职，once 只一次（在 from_on 到 to_on 之间）';
comment on column duty.owed_kinds is '哪些种类的组织';
comment on column duty.owed_bodies is '点名的组织；与 owed_kinds 合在一起，都空为定它的组织自己';
comment on column duty.owed_roles is '落到人的：哪些职务各应当做；空为落到组织';
comment on column duty.where_role is '只在有人任这一职务的组织里要求，如有支委的支部才开支委会；空为不限';
comment on column duty.is_inherited is '下级组织也应当做';
comment on column duty.due_workdays is '一期结束后宽限几个工作日';
comment on column duty.ground is '依据：哪个文件、第几条';
comment on column duty.known is '依据核实到什么程度：read 读过原文，practice 通行做法，unverified 未核实，own 本单位自定；未核实的从不算缺';
comment on column duty.standard is '采用自随软件的哪一条';
comment on column duty.problem_id is '为哪个问题的整改而定';
create index duty_of_body on duty (organisation_id, id) where withdrawn_on is null;
create index duty_a2 on duty (a2) where a2 is not null;
create index duty_a3 on duty (a3) where a3 is not null;
create index duty_a4 on duty (a4) where a4 is not null;
create index duty_a5 on duty (a5) where a5 is not null;
create index duty_a6 on duty (a6) where a6 is not null;
create index duty_a7 on duty (a7) where a7 is not null;

create table duty_waiver (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  duty_id uuid not null references duty,
  person_id uuid references person,
  period text not null check (period <> ''),
  state text not null check (state in ('not_applicable', 'waived')),
  reason text not null check (reason <> ''),
  created_by uuid not null references account,
  withdrawn_on date,
  withdrawn_reason text not null default '' check ((withdrawn_on is null) = (withdrawn_reason = '')),
  created_at timestamptz not null default now()
);
comment on table duty_waiver is '履职事项的某一期不适用或免做，及其原因；上级看得见';
comment on column duty_waiver.organisation_id is '哪个组织的';
comment on column duty_waiver.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column duty_waiver.person_id is '落到人的事项，哪个人的';
comment on column duty_waiver.period is '哪一期，写法如 2026、2026-H1、2026-Q3、2026-07、2026-W05';
create unique index duty_waiver_of_period on duty_waiver (organisation_id, duty_id, period, coalesce(person_id, '00000000-0000-0000-0000-000000000000')) where withdrawn_on is null;
create index duty_waiver_of_duty on duty_waiver (duty_id);

comment on column duty.from_on is '从哪一天起应当做';
comment on column duty.to_on is '到哪一天为止；空为一直';
comment on column duty.unit is '单位：times 次，hours 小时，half_days 半天';
comment on column duty.withdrawn_on is '不再要求或录错了，何时撤回；以前的各期仍看得见';
comment on column duty.withdrawn_reason is '为什么撤回';
comment on column duty_waiver.created_by is '谁写的';
comment on column duty_waiver.duty_id is '哪一个事项';
comment on column duty_waiver.reason is '为什么';
comment on column duty_waiver.state is 'not_applicable 不适用，waived 免做';
comment on column duty_waiver.withdrawn_on is '何时撤回';
comment on column duty_waiver.withdrawn_reason is '为什么撤回';
comment on column duty.name is '事项，如：每季度召开党员大会';

-- How the bodies of a tree stand, counted while records are entered: a superior looks at ten thousand bodies without their
-- records being read. Neither of the two refers to the tables it is counted from: both can be counted again at any time.
create table duty_standing (
  organisation_id uuid not null,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  duty_id uuid not null,
  year integer not null,
  met integer not null,
  late integer not null,
  missing integer not null,
  pending integer not null,
  spared integer not null,
  unknown integer not null,
  next_due date,
  primary key (organisation_id, year, duty_id)
);
comment on table duty_standing is '一个组织一年里一个履职事项做得怎样，由履职记录推出、随记录一起改；落到人的按人次合计，不记是谁';
comment on column duty_standing.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column duty_standing.organisation_id is '应当做的组织';
comment on column duty_standing.duty_id is '哪一个事项';
comment on column duty_standing.year is '哪一年';
comment on column duty_standing.met is '按时做了几期';
comment on column duty_standing.late is '迟做几期';
comment on column duty_standing.missing is '缺几期';
comment on column duty_standing.pending is '未到期的几期';
comment on column duty_standing.spared is '不适用、免做的几期';
comment on column duty_standing.unknown is '不知道的几期';
comment on column duty_standing.next_due is '未到期的里面最早到哪一天';
create index duty_standing_worst on duty_standing (duty_id, year, missing, late, organisation_id);

create table body_standing (
  organisation_id uuid not null,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  list text not null,
  year integer not null,
  missing integer not null,
  late integer not null,
  primary key (organisation_id, year, list)
);
comment on table body_standing is '一个组织一年里一张清单上缺几期、迟几期：上级的总表由缺得多的排起';
comment on column body_standing.organisation_id is '应当做的组织';
comment on column body_standing.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column body_standing.list is '哪张清单，写法同 duty.list；空为合在一起';
comment on column body_standing.year is '哪一年';
comment on column body_standing.missing is '缺几期';
comment on column body_standing.late is '迟做几期';
create index body_standing_a1 on body_standing (a1, year, list, missing, late, organisation_id);
create index body_standing_a2 on body_standing (a2, year, list, missing, late, organisation_id) where a2 is not null;
create index body_standing_a3 on body_standing (a3, year, list, missing, late, organisation_id) where a3 is not null;
create index body_standing_a4 on body_standing (a4, year, list, missing, late, organisation_id) where a4 is not null;
create index body_standing_a5 on body_standing (a5, year, list, missing, late, organisation_id) where a5 is not null;
create index body_standing_a6 on body_standing (a6, year, list, missing, late, organisation_id) where a6 is not null;
create index body_standing_a7 on body_standing (a7, year, list, missing, late, organisation_id) where a7 is not null;

-- What a body did on a day. Of those who were due to come only the exceptions are stored: who was due follows from the posts.
create table record (
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
  kinds text[] not null check (cardinality(kinds) between 1 and 8),
  subjects text[] not null default '{}',
  name text not null check (name <> ''),
  on_day date not null,
  until_day date check (until_day >= on_day),
  makes_up_on date,
  hours numeric(5, 1) check (hours > 0),
  place text not null default '',
  host_id uuid references person,
  topics jsonb not null default '[]',
  numbers jsonb not null default '{}',
  outcome text not null default '',
  note text not null default '',
  visibility text not null check (visibility in ('body', 'parties', 'counts')),
  released_by uuid[] not null default '{}',
  file_hash text references stored_file,
  file_name text not null default '',
  spans jsonb not null default '{}',
  state text not null check (state in ('draft', 'kept')),
  created_by uuid not null references account,
  withdrawn_on date,
  withdrawn_reason text not null default '' check ((withdrawn_on is null) = (withdrawn_reason = '')),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table record is '履职记录：一个组织哪一天做了什么。只记做的事，不记照片、签到、位置、分数';
comment on column record.organisation_id is '做这件事的组织';
comment on column record.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column record.kinds is '种类，可以兼几种：一次党员大会也可以是会前学习';
comment on column record.subjects is '专题，如意识形态、安全生产；履职事项按它认';
comment on column record.until_day is '连续几天的，最后一天';
comment on column record.makes_up_on is '补开的：算在这一天所在的那一期，并说是补的';
comment on column record.hours is '多少小时（学时）';
comment on column record.topics is '议题和学习的文章：[{text, ofDay, speaker}]，ofDay 是这篇讲话、文件的日期，不能晚于学习的那一天';
comment on column record.numbers is '人次、人数等数目，种类不同所记不同，名称见 contract 的 recordNumbers';
comment on column record.outcome is '结果：议定什么、转化为什么';
comment on column record.note is '谈话的内容；只有谈话双方看得见，双方都同意后组织者才看得见';
comment on column record.visibility is 'body 本组织看得见，parties 只有双方，counts 只有数目';
comment on column record.released_by is '同意把谈话内容给组织者看的人';
comment on column record.file_hash is '据以录入的文件';
comment on column record.spans is '每一项从文件的哪里读来：{字段: [起, 止]}';
comment on column record.state is 'draft 还没有确认，只有录入的人看得见；kept 已确认';
comment on column record.withdrawn_on is '录错了，何时撤回；记录不删，原因必填';
create index record_of_body on record (organisation_id, on_day, id) where withdrawn_on is null;
-- 我的履职 lists what a person hosted, 我的记录 what an account entered.
create index record_of_host on record (host_id, on_day) where host_id is not null;
create index record_of_account on record (created_by, id);
create index record_of_file on record (file_hash) where file_hash is not null;
create index record_a1 on record (a1, on_day, id) where withdrawn_on is null and state = 'kept';
create index record_a2 on record (a2, on_day, id) where withdrawn_on is null and state = 'kept' and a2 is not null;
create index record_a3 on record (a3, on_day, id) where withdrawn_on is null and state = 'kept' and a3 is not null;
create index record_a4 on record (a4, on_day, id) where withdrawn_on is null and state = 'kept' and a4 is not null;
create index record_a5 on record (a5, on_day, id) where withdrawn_on is null and state = 'kept' and a5 is not null;
create index record_a6 on record (a6, on_day, id) where withdrawn_on is null and state = 'kept' and a6 is not null;
create index record_a7 on record (a7, on_day, id) where withdrawn_on is null and state = 'kept' and a7 is not null;

create table participation (
  record_id uuid not null references record,
  person_id uuid not null references person,
  kind text not null check (kind in ('absent', 'excused', 'partial', 'invited', 'observer', 'wrote', 'talked_to', 'made_up')),
  note text not null default '',
  primary key (record_id, person_id, kind)
);
comment on table participation is '履职记录里的例外：谁没有到、为什么，谁只到了一部分，谁应邀、列席，和谁谈话。到了的不记';
comment on column participation.kind is 'absent 缺席，excused 请假，partial 没有全程参加，invited 应邀，observer 列席，wrote 书面发言，talked_to 谈话对象，made_up 事后补上';
comment on column participation.note is '原因，或补上的方式';
create index participation_of_person on participation (person_id, record_id);
comment on column record.created_by is '录入的账号';
comment on column record.file_name is '那份文件交来时的名称';
comment on column record.host_id is '主持人';
comment on column record.name is '名称，如：第三季度党员大会';
comment on column record.on_day is '哪一天';
comment on column record.place is '地点';
comment on column record.withdrawn_reason is '为什么撤回';
comment on column participation.person_id is '哪个人';
comment on column participation.record_id is '哪一次';

create table record_keeping (
  organisation_id uuid primary key references organisation,
  from_on date not null,
  version integer not null default 1
);
comment on table record_keeping is '每个组织从哪一天起在这里记履职记录：这以前的各期是“不知道”，不是“缺”';
comment on column record_keeping.from_on is '从哪一天起';
comment on column record_keeping.organisation_id is '哪个组织';

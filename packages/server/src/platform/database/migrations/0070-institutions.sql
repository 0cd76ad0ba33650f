-- Institutions (制度): papers that hold from a day on, until another comes in their place or they are repealed. Everything
-- else of them (title, number, whose they are) stands with the paper.
create table institution (
  paper_id uuid primary key references paper,
  change text not null check (change in ('made', 'revised')),
  effective_on date not null,
  replaces_id uuid references institution check (replaces_id <> paper_id),
  responsible_id uuid not null references person,
  registered_on date not null,
  repealed_on date check (repealed_on >= effective_on),
  repeal_reason text not null default '' check ((repealed_on is null) = (repeal_reason = '')),
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table institution is '制度：文稿作为制度的事，一份文稿一行；标题、文号、单位在文稿里';
comment on column institution.change is 'made 制定，revised 修订';
comment on column institution.effective_on is '哪一天起施行';
comment on column institution.replaces_id is '取代哪项制度';
comment on column institution.responsible_id is '谁负责检查是否执行';
comment on column institution.registered_on is '哪一天登记的：检查是否执行的期限从施行、登记中晚的那一天算';
comment on column institution.repealed_on is '哪一天起废止';
comment on column institution.repeal_reason is '废止的文件或者理由';
comment on column institution.created_by is '谁登记的';
create index institution_by_day on institution (effective_on, paper_id);
create index institution_replaced on institution (replaces_id) where replaces_id is not null;
create index institution_of_responsible on institution (responsible_id);
create index institution_of_account on institution (created_by);

create table institution_look (
  id uuid primary key,
  paper_id uuid not null references institution,
  looked_on date not null,
  result text not null check (result in ('kept', 'partly', 'not')),
  text text not null default '',
  record_id uuid references record check (record_id is not null or text <> ''),
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null
);
comment on table institution_look is '检查制度是否执行，一次一行，只增不改：最近一次算数';
comment on column institution_look.looked_on is '哪一天检查的';
comment on column institution_look.result is 'kept 执行到位，partly 部分执行，not 没有执行';
comment on column institution_look.text is '检查了什么、执行得怎样';
comment on column institution_look.record_id is '记着这次检查的履职记录';
comment on column institution_look.account_id is '谁记下的';
comment on column institution_look.by_name is '记下的人的姓名，当时的';
create index institution_look_of on institution_look (paper_id, looked_on, id);
create index institution_look_of_record on institution_look (record_id) where record_id is not null;
create index institution_look_of_account on institution_look (account_id, id);

create table institution_problem (
  paper_id uuid not null references institution,
  problem_id uuid not null references problem,
  measure_id uuid references measure on delete set null,
  account_id uuid not null references account,
  at timestamptz not null,
  primary key (paper_id, problem_id)
);
comment on table institution_problem is '制度出自哪个问题，是哪条措施的成果';
comment on column institution_problem.measure_id is '哪条措施；空为整个问题的，或者那条措施删去了';
comment on column institution_problem.account_id is '谁关联的';
create index institution_problem_of on institution_problem (problem_id);
create index institution_problem_of_measure on institution_problem (measure_id) where measure_id is not null;
create index institution_problem_of_account on institution_problem (account_id);

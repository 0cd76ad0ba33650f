-- Sweeps (举一反三): one problem asked of bodies that may have it too, each of which answers by a day.
create table sweep (
  id uuid primary key,
  problem_id uuid not null references problem,
  text text not null check (text <> ''),
  asked_on date not null,
  answer_due_on date not null check (answer_due_on >= asked_on),
  asked_by uuid not null references account,
  by_name text not null,
  withdrawn_on date,
  withdraw_reason text not null default '' check ((withdrawn_on is null) = (withdraw_reason = ''))
);
comment on table sweep is '举一反三：一个问题请几个单位自查，一次一行';
comment on column sweep.problem_id is '原来的问题';
comment on column sweep.text is '请各单位查什么；看不到原来那个问题的单位也看得到';
comment on column sweep.answer_due_on is '哪一天以前答复';
comment on column sweep.asked_by is '谁提出的';
comment on column sweep.by_name is '提出的人的姓名，当时的';
comment on column sweep.withdraw_reason is '为什么撤回';
create index sweep_of_problem on sweep (problem_id, id);
create index sweep_of_account on sweep (asked_by, id);

create table sweep_answer (
  sweep_id uuid not null references sweep,
  organisation_id uuid not null references organisation,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  answer text check (answer in ('none', 'found')),
  reason text not null default '',
  problem_id uuid references problem check (coalesce(answer = 'found', false) = (problem_id is not null)),
  answered_on date check ((answered_on is null) = (answer is null)),
  answered_by uuid references account check ((answered_by is null) = (answer is null)),
  by_name text not null default '',
  primary key (sweep_id, organisation_id)
);
comment on table sweep_answer is '举一反三请了哪些单位，各怎样答复';
comment on column sweep_answer.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column sweep_answer.answer is 'none 没有，found 有；还没有答复的为空';
comment on column sweep_answer.reason is '怎样查的、查到什么';
comment on column sweep_answer.problem_id is '查出的问题';
comment on column sweep_answer.answered_by is '谁答复的';
comment on column sweep_answer.by_name is '答复的人的姓名，当时的';
create index sweep_answer_of_body on sweep_answer (organisation_id, sweep_id);
create index sweep_answer_of_problem on sweep_answer (problem_id) where problem_id is not null;
create index sweep_answer_of_account on sweep_answer (answered_by) where answered_by is not null;
create index sweep_answer_a1 on sweep_answer (a1, sweep_id);
create index sweep_answer_a2 on sweep_answer (a2, sweep_id) where a2 is not null;
create index sweep_answer_a3 on sweep_answer (a3, sweep_id) where a3 is not null;
create index sweep_answer_a4 on sweep_answer (a4, sweep_id) where a4 is not null;
create index sweep_answer_a5 on sweep_answer (a5, sweep_id) where a5 is not null;

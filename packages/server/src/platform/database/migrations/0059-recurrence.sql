-- What a person said of a problem and an earlier one of the same organisation or of one below it; what was said before that
-- is in the audit log.
create table recurrence_verdict (
  problem_id uuid not null references problem,
  earlier_id uuid not null references problem,
  verdict text not null check (verdict in ('ongoing', 'relapse', 'different')),
  reason text not null,
  shared text not null,
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  primary key (problem_id, earlier_id),
  check (problem_id <> earlier_id)
);
comment on table recurrence_verdict is '老问题：人认定一个问题是不是以前那个，一对一行，改了认定就改这一行';
comment on column recurrence_verdict.problem_id is '后来登记的问题';
comment on column recurrence_verdict.earlier_id is '以前登记的问题';
comment on column recurrence_verdict.verdict is 'ongoing 老问题未解决；relapse 反弹；different 不是同一个问题';
comment on column recurrence_verdict.reason is '认定的理由';
comment on column recurrence_verdict.shared is '认定时引擎列出的共同的事和说法；没有列出的为空';
comment on column recurrence_verdict.account_id is '谁认定的';
comment on column recurrence_verdict.by_name is '认定人当时的姓名';
comment on column recurrence_verdict.at is '什么时候认定的';
create index recurrence_verdict_earlier on recurrence_verdict (earlier_id);
create index recurrence_verdict_account on recurrence_verdict (account_id, at desc);

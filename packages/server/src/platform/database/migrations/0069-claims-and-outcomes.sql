-- Which leader claims (认领) which item of what an inspection fed back: he himself, from a day on. What was taken back stays,
-- with the reason.
create table feedback_claim (
  id uuid primary key,
  item_id uuid not null references feedback_item,
  person_id uuid not null references person,
  role text not null,
  caption text not null,
  claimed_on date not null,
  account_id uuid not null references account,
  at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= at),
  withdrawn_reason text not null default '' check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
comment on table feedback_claim is '班子成员认领反馈的一条问题，本人办；收回的留着，写明理由';
comment on column feedback_claim.item_id is '反馈的哪一条';
comment on column feedback_claim.person_id is '谁认领';
comment on column feedback_claim.role is '认领那一天的职务种类，与任职的相同';
comment on column feedback_claim.caption is '认领那一天的职务';
comment on column feedback_claim.claimed_on is '哪一天认领';
comment on column feedback_claim.account_id is '用哪个账号办的：本人的';
comment on column feedback_claim.at is '什么时候记下';
comment on column feedback_claim.withdrawn_at is '收回的时候';
comment on column feedback_claim.withdrawn_reason is '为什么收回';
create unique index feedback_claim_once on feedback_claim (item_id, person_id) where withdrawn_at is null;
create index feedback_claim_of_item on feedback_claim (item_id);
create index feedback_claim_of_person on feedback_claim (person_id, id);
create index feedback_claim_of_account on feedback_claim (account_id);

-- What was handed up and said of an inspection after its feedback: the plan and the report as papers with their day, how it
-- was concluded, and what was answered to who raised it. What was entered by mistake stays, with the reason.
create table inspection_outcome (
  id uuid primary key,
  inspection_id uuid not null references inspection,
  kind text not null check (kind in ('plan', 'report', 'conclusion', 'answer')),
  on_day date not null,
  text text not null default '',
  paper_id uuid references paper check (text <> '' or paper_id is not null),
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= at),
  withdrawn_reason text not null default '' check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
comment on table inspection_outcome is '反馈以后办了什么：报送方案、报告，结论，给提出方的答复';
comment on column inspection_outcome.inspection_id is '哪一次巡视巡察';
comment on column inspection_outcome.kind is 'plan 整改方案，report 整改报告，conclusion 结论，answer 答复';
comment on column inspection_outcome.on_day is '哪一天报送、作出、答复';
comment on column inspection_outcome.text is '报给谁、结论、答复的内容';
comment on column inspection_outcome.paper_id is '哪份文稿';
comment on column inspection_outcome.account_id is '谁登记的';
comment on column inspection_outcome.by_name is '登记的人的姓名，当时的';
comment on column inspection_outcome.at is '什么时候登记';
comment on column inspection_outcome.withdrawn_at is '撤去的时候';
comment on column inspection_outcome.withdrawn_reason is '为什么撤去';
create index inspection_outcome_of on inspection_outcome (inspection_id, id);
create index inspection_outcome_of_paper on inspection_outcome (paper_id) where paper_id is not null;
create index inspection_outcome_of_account on inspection_outcome (account_id);

-- What a problem was taken from: a passage of a paper as it was handed in, or what was talked about at a meeting.
create table origin (
  id uuid primary key,
  problem_id uuid not null references problem,
  paper_version_id uuid references paper_version,
  begins integer,
  ends integer,
  record_id uuid references record,
  topic smallint,
  words text not null check (words <> ''),
  account_id uuid not null references account,
  at timestamptz not null,
  constraint origin_is_one_thing check (num_nonnulls(paper_version_id, record_id) = 1),
  constraint origin_of_paper_has_place check (
    (paper_version_id is null) = (begins is null) and (begins is null) = (ends is null) and (begins is null or (begins >= 0 and begins < ends))
  ),
  constraint origin_of_record_has_topic check ((record_id is null) = (topic is null))
);
comment on table origin is '问题出自哪里：文稿某一版的一段，或者一次履职记录的一个议题；一个问题可以有几处';
comment on column origin.problem_id is '哪个问题；并入、拆分、反弹后接着整改的问题也各有一份';
comment on column origin.paper_version_id is '文稿的哪一版';
comment on column origin.begins is '从这一版文字的第几个字起（UTF-16 下标）';
comment on column origin.ends is '到第几个字以前';
comment on column origin.record_id is '哪次履职记录';
comment on column origin.topic is '第几个议题，从 0 数起';
comment on column origin.words is '当时的原话';
comment on column origin.account_id is '谁指出的';
comment on column origin.at is '何时';
create index origin_of_problem on origin (problem_id, at, id);
create index origin_of_paper_version on origin (paper_version_id) where paper_version_id is not null;
create index origin_of_record on origin (record_id) where record_id is not null;
create index origin_of_account on origin (account_id);

alter table problem drop constraint problem_source_check;
alter table problem add constraint problem_source_check check (source in (
  'meeting', 'criticism', 'opinion', 'talk', 'study', 'case', 'inspection', 'supervision', 'third_party', 'audit', 'hazard', 'petition', 'other'
));
comment on column problem.source is '问题来源：meeting 会议查摆、criticism 批评意见、opinion 征求意见、talk 谈心谈话、study 学习调研、case 典型案例、inspection 巡视巡察反馈、supervision 督查检查、third_party 第三方评估、audit 审计发现、hazard 安全隐患、petition 信访反映、other 其他';

alter table measure add column co_unit text not null default '';
alter table measure add column early_on date;
alter table measure add constraint measure_early_on_is_before_due_on check (early_on < due_on);
create index measure_early_on on measure (early_on, id) where early_on is not null and done_on is null;
comment on column measure.co_unit is '配合单位';
comment on column measure.early_on is '提前量：单位自己定的、早于完成时限的日子，提醒按它';

-- Ballots (民主评议党员、民主测评) by the same drawn slips. What is kept of them is how often each grade was given to each:
-- a ballot is not a row anywhere once it was counted, so nothing tells which grades were given by one hand.
alter table round
  add column kind text not null default 'opinions' check (kind in ('opinions', 'appraisal', 'assessment')),
  add column base integer;
comment on column round.kind is 'opinions 征求意见，appraisal 民主评议党员，assessment 民主测评';
comment on column round.base is '民主评议的：开始那一天有多少正式党员；民主测评的：邀请几人。比例以它为准';

create table ballot_result (
  round_id uuid not null references round,
  position smallint not null,
  person_id uuid references person,
  votes integer[] not null check (array_length(votes, 1) = 4),
  grade text check (grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  primary key (round_id, position)
);
comment on table ballot_result is '评议、测评的得票：一个人（或领导班子）一行。收回时数好写下，一张票填了什么不存';
comment on column ballot_result.round_id is '哪一次';
comment on column ballot_result.position is '次序，与准备时的相同，不按得票排';
comment on column ballot_result.person_id is '评议谁；领导班子为空';
comment on column ballot_result.votes is '四个等次各得几票，从优秀（好）到不合格（差）';
comment on column ballot_result.grade is '民主评议的：支委会、党员大会评定的等次；还没有评定的为空';
create index ballot_result_of_person on ballot_result (person_id, round_id) where person_id is not null;

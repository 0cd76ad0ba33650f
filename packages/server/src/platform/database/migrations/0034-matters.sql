-- What somebody told us and must be answered: so far what is criticised at a meeting, one line about one person.
create table matter (
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
  kind text not null check (kind in ('criticism', 'self_criticism')),
  meeting_id uuid not null references meeting,
  circle text not null check (circle in ('team', 'committee', 'members')),
  from_person_id uuid not null references person,
  about_person_id uuid not null references person,
  text text not null default '',
  told_on date,
  told_note text not null default '',
  ending text check (ending in ('problem', 'explained', 'not_adopted', 'passed_on', 'done')),
  ending_reason text not null default '',
  ended_on date check ((ending is null) = (ended_on is null)),
  problem_id uuid references problem check (coalesce(ending = 'problem', false) = (problem_id is not null)),
  withdrawn_on date,
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((kind = 'self_criticism') = (from_person_id = about_person_id))
);
comment on table matter is '来件：有人说了、要有回音的。现有会上的批评意见和自我批评，一行说一个人；只有本人、办会的人、审定的人和负责整改的人看得见';
comment on column matter.id is '由录入的网页编号：同一行再送一次，还是这一行';
comment on column matter.organisation_id is '开会的组织';
comment on column matter.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column matter.kind is 'criticism 批评意见，self_criticism 自我批评';
comment on column matter.meeting_id is '在哪次会议上说的';
comment on column matter.circle is '在哪一场：team 班子会，committee 支委会，members 党员大会';
comment on column matter.from_person_id is '谁说的';
comment on column matter.about_person_id is '说的是谁';
comment on column matter.text is '说了什么；空为只发了言，没有记下内容';
comment on column matter.told_on is '说的人缺席的，哪一天转告了';
comment on column matter.told_note is '怎样转告的';
comment on column matter.ending is '结果：problem 进台账，explained 已说明，not_adopted 不采纳，passed_on 转他处，done 已办';
comment on column matter.ending_reason is '进台账以外的，说明或理由';
comment on column matter.ended_on is '哪一天有的结果';
comment on column matter.problem_id is '进了台账的，是哪个问题';
comment on column matter.withdrawn_on is '哪一天撤去；记错的撤去，不删';
comment on column matter.created_by is '谁录入的';
create index matter_of_meeting on matter (meeting_id, circle, id);
create index matter_about on matter (about_person_id, id);
create index matter_from on matter (from_person_id, id);
create index matter_of_problem on matter (problem_id) where problem_id is not null;
create index matter_of_account on matter (created_by, id);
create index matter_of_body on matter (organisation_id, id);
create index matter_a1 on matter (a1, id);
create index matter_a2 on matter (a2, id) where a2 is not null;
create index matter_a3 on matter (a3, id) where a3 is not null;
create index matter_a4 on matter (a4, id) where a4 is not null;
create index matter_a5 on matter (a5, id) where a5 is not null;
create index matter_a6 on matter (a6, id) where a6 is not null;
create index matter_a7 on matter (a7, id) where a7 is not null;

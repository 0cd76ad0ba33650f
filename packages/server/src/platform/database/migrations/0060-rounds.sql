-- Opinions asked of many (征集), so that nobody can tell who wrote what. An answer knows its round and group, and nothing
-- of who gave it or when; no table refers to it, and it refers to none.
create table round (
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
  name text not null,
  intro text not null default '',
  meeting_id uuid references meeting,
  closes_on date not null,
  aspects text[] not null default '{}',
  about_ids uuid[] not null default '{}',
  groups jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'void')),
  box_key bytea check (octet_length(box_key) = 32),
  answered integer,
  opened_on date,
  closed_on date,
  published_on date,
  void_reason text not null default '',
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((state in ('draft', 'void')) or closed_on is not null or box_key is not null)
);
comment on table round is '征集：一次问许多人的意见，谁写了什么谁也查不出';
comment on column round.organisation_id is '替哪个组织征求';
comment on column round.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column round.intro is '写给被征求的人的说明';
comment on column round.meeting_id is '为哪次会议征求；收回以后数填进那次会议';
comment on column round.closes_on is '征集到哪一天，含当天';
comment on column round.aspects is '可以选的方面';
comment on column round.about_ids is '除班子以外，可以对哪些人提';
comment on column round.groups is '群体：编号、名称、邀请几人；收回以后另有收到几份、意见是不是单独列出';
comment on column round.state is 'draft 准备中，open 正在征集，closed 已收回，void 已作废';
comment on column round.box_key is '封意见的公开的一半（X25519）；另一半开始时分成三把钥匙交出去，不存';
comment on column round.answered is '一共收到几份；收回时才数';
comment on column round.opened_on is '哪一天开始征集';
comment on column round.closed_on is '哪一天收回';
comment on column round.published_on is '哪一天向各群体公布结果';
comment on column round.void_reason is '为什么作废';
comment on column round.created_by is '谁准备的';
create index round_of_body on round (organisation_id, id);
create index round_of_meeting on round (meeting_id) where meeting_id is not null;
create index round_of_account on round (created_by, id);
create index round_a1 on round (a1, id);
create index round_a2 on round (a2, id) where a2 is not null;
create index round_a3 on round (a3, id) where a3 is not null;
create index round_a4 on round (a4, id) where a4 is not null;
create index round_a5 on round (a5, id) where a5 is not null;
create index round_a6 on round (a6, id) where a6 is not null;
create index round_a7 on round (a7, id) where a7 is not null;

create table invitation (
  round_id uuid not null,
  group_id uuid not null,
  code_hash bytea not null primary key check (octet_length(code_hash) = 32)
);
comment on table invitation is '纸条：一张一行。不知道抽到的是谁，也不记用过没有';
comment on column invitation.round_id is '哪次征集';
comment on column invitation.group_id is '哪个群体';
comment on column invitation.code_hash is '纸条上的码的 SHA-256；码不存';
create index invitation_of_round on invitation (round_id);

create table answer (
  round_id uuid not null,
  group_id uuid not null,
  token_hash bytea not null primary key check (octet_length(token_hash) = 32),
  body bytea not null
);
-- Sealed bytes do not get smaller; what is as long as all others says nothing.
alter table answer alter column body set storage external;
comment on table answer is '收到还没有打开的答卷：没有人、时间、地址、编号、次序；收回时读出意见，随即删去';
comment on column answer.round_id is '哪次征集';
comment on column answer.group_id is '哪个群体';
comment on column answer.token_hash is '一张纸条只交一次';
comment on column answer.body is '封好的意见，长短都一样；没有两把钥匙打不开';
create index answer_of_round on answer (round_id);

create table opinion (
  id uuid primary key,
  round_id uuid not null references round,
  group_name text,
  is_typed boolean not null,
  aspect text not null default '',
  about_person_id uuid references person,
  text text not null,
  ending text check (ending in ('problem', 'explained', 'not_adopted')),
  ending_reason text not null default '',
  ended_on date check ((ending is null) = (ended_on is null)),
  problem_id uuid references problem check (coalesce(ending = 'problem', false) = (problem_id is not null)),
  version integer not null default 1
);
comment on table opinion is '意见：收回时从答卷读出的，和代录的；每条都要有结果';
comment on column opinion.id is '随机的，次序什么也不说明';
comment on column opinion.round_id is '哪次征集';
comment on column opinion.aspect is '哪个方面；没有选的为空';
comment on column opinion.text is '意见，原话';
comment on column opinion.group_name is '哪个群体的；不足 5 份的、代录的为空';
comment on column opinion.is_typed is '代录的，不算答卷';
comment on column opinion.about_person_id is '对谁提的；对班子提的为空';
comment on column opinion.ending is '结果：problem 进台账，explained 已说明，not_adopted 不采纳';
comment on column opinion.ending_reason is '进台账以外的，说明或理由';
comment on column opinion.ended_on is '哪一天有的结果';
comment on column opinion.problem_id is '进了台账的，是哪个问题';
create index opinion_of_round on opinion (round_id, id);
create index opinion_about on opinion (about_person_id, id) where about_person_id is not null;
create index opinion_of_problem on opinion (problem_id) where problem_id is not null;

-- What comes in and must be answered (来件): requests, petitions, opinions, hazards. What is said at a meeting is in `matter`,
-- what nobody can be told apart by is in `opinion`: here who sent it is known, and for those alone who handle it.
create table incoming (
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
  kind text not null check (kind in ('request', 'petition', 'opinion', 'criticism', 'feedback', 'hazard', 'sweep')),
  sender_kind text not null check (sender_kind in ('person', 'group', 'organisation', 'unknown')),
  sender text not null default '',
  contact text not null default '',
  text text not null,
  about_person_id uuid references person,
  about_organisation_id uuid references organisation,
  first_organisation_id uuid not null references organisation,
  received_on date not null,
  due_on date not null,
  accepted_on date,
  extended_on date,
  state text not null default 'received' check (state in ('received', 'handling', 'offered', 'ended', 'withdrawn')),
  is_open boolean not null generated always as (state in ('received', 'handling', 'offered')) stored,
  handler_id uuid references person,
  offered_id uuid references organisation check ((offered_id is not null) = (state = 'offered')),
  told integer not null default 0,
  passed integer not null default 0,
  ending text check (ending in ('problem', 'explained', 'not_adopted', 'passed_on', 'done')),
  ending_reason text not null default '',
  ended_on date check ((ended_on is not null) = (state = 'ended') and (ending is null) = (ended_on is null)),
  problem_id uuid references problem check (coalesce(ending = 'problem', false) = (problem_id is not null)),
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table incoming is '来件：请求、信访、意见、隐患等，一件一行，件件有回音';
comment on column incoming.organisation_id is '现在由哪个单位办；转办的，对方接收以前还是转出的单位';
comment on column incoming.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column incoming.kind is 'request 请求，petition 信访，opinion 意见建议，criticism 批评，feedback 反馈意见，hazard 隐患，sweep 排查事项';
comment on column incoming.sender_kind is '来件人：person 个人，group 群体，organisation 单位，unknown 没有署名';
comment on column incoming.sender is '来件人；只有办理的人看得见，被反映的人看不见这一件';
comment on column incoming.contact is '答复时怎样联系';
comment on column incoming.text is '来件的内容';
comment on column incoming.about_person_id is '反映的是谁';
comment on column incoming.about_organisation_id is '反映的是哪个单位';
comment on column incoming.first_organisation_id is '首问的单位：最先收到的';
comment on column incoming.received_on is '哪一天收到';
comment on column incoming.due_on is '期限：信访事项受理以前是告知受理与否的期限，受理以后是办结的期限';
comment on column incoming.accepted_on is '哪一天受理';
comment on column incoming.extended_on is '哪一天延长过期限';
comment on column incoming.state is 'received 待受理，handling 办理中，offered 转办待接收，ended 已办结，withdrawn 已撤去';
comment on column incoming.is_open is '还要有回音的';
comment on column incoming.handler_id is '承办人';
comment on column incoming.offered_id is '转给哪个单位，还没有接收';
comment on column incoming.told is '告知过几次缺什么；应当一次说全';
comment on column incoming.passed is '转办过几次';
comment on column incoming.ending is '结果：problem 进台账，explained 已说明，not_adopted 不采纳，passed_on 转他处，done 已办';
comment on column incoming.ending_reason is '答复：怎样办的，或者为什么';
comment on column incoming.ended_on is '哪一天办结';
comment on column incoming.problem_id is '进了台账的，是哪个问题';
comment on column incoming.created_by is '谁登记的';
create index incoming_of_body on incoming (organisation_id, id);
create index incoming_of_first on incoming (first_organisation_id, due_on, id);
create index incoming_offered on incoming (offered_id, due_on, id) where offered_id is not null;
create index incoming_of_handler on incoming (handler_id, due_on, id) where handler_id is not null;
create index incoming_about on incoming (about_person_id) where about_person_id is not null;
create index incoming_about_organisation on incoming (about_organisation_id) where about_organisation_id is not null;
create index incoming_of_problem on incoming (problem_id) where problem_id is not null;
create index incoming_of_account on incoming (created_by, id);
create index incoming_a1 on incoming (a1, is_open, due_on, id);
create index incoming_a2 on incoming (a2, is_open, due_on, id) where a2 is not null;
create index incoming_a3 on incoming (a3, is_open, due_on, id) where a3 is not null;
create index incoming_a4 on incoming (a4, is_open, due_on, id) where a4 is not null;
create index incoming_a5 on incoming (a5, is_open, due_on, id) where a5 is not null;
create index incoming_a6 on incoming (a6, is_open, due_on, id) where a6 is not null;
create index incoming_a7 on incoming (a7, is_open, due_on, id) where a7 is not null;

create table incoming_event (
  id uuid primary key,
  incoming_id uuid not null references incoming,
  action text not null,
  text text not null default '',
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null
);
comment on table incoming_event is '来件的经过，只增不改';
comment on column incoming_event.action is '办了什么，见 incoming-machine.ts';
comment on column incoming_event.text is '说明：缺什么、转给谁和为什么、答复';
comment on column incoming_event.organisation_id is '办的时候由哪个单位办';
comment on column incoming_event.account_id is '谁办的';
comment on column incoming_event.by_name is '办的人的姓名，当时的';
create index incoming_event_of on incoming_event (incoming_id, id);
create index incoming_event_of_account on incoming_event (account_id, id);
create index incoming_event_of_body on incoming_event (organisation_id);

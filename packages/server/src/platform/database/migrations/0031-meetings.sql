-- What a superior asks of the meetings of a year, and the meetings. What step a meeting is at is never stored with it: it
-- follows from papers, records and problems that name it. `meeting_standing` is counted from them, and can be counted again.
create table campaign (
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
  kind text not null check (kind in ('democratic_life', 'organisational_life', 'inspection_rectification')),
  cycle_year integer not null check (cycle_year between 2012 and 2100),
  name text not null check (name <> ''),
  theme text not null default '',
  aspects jsonb not null default '[]',
  mirrors text[] not null default '{}',
  required_sections text[] not null default '{}',
  report_items text[] not null default '{}',
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  lead_workdays integer not null check (lead_workdays between 0 and 60),
  report_days integer not null check (report_days between 1 and 90),
  known text not null check (known in ('regulation', 'practice', 'unverified')),
  body_kinds text[] not null check (cardinality(body_kinds) between 1 and 8),
  notice_paper_id uuid references paper,
  opened_on date,
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table campaign is '专题：上级按一年的通知要下级开的会，主题、方面、时间等';
comment on column campaign.organisation_id is '由哪个组织定；发给它下面的组织';
comment on column campaign.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column campaign.kind is '会议的种类，与引擎的 meetingKinds 相同';
comment on column campaign.cycle_year is '哪个年度的会，不是召开的年份';
comment on column campaign.name is '名称，如：2026年度民主生活会';
comment on column campaign.theme is '通知规定的主题';
comment on column campaign.aspects is '通知规定的方面，两层：[{title, points}]';
comment on column campaign.mirrors is '方面之外还要对照的';
comment on column campaign.required_sections is '材料必有的部分';
comment on column campaign.report_items is '会上要通报的事项';
comment on column campaign.from_on is '最早哪一天开';
comment on column campaign.until_on is '最晚哪一天开';
comment on column campaign.lead_workdays is '方案提前几个工作日报上级';
comment on column campaign.report_days is '会后几天内上报情况';
comment on column campaign.known is '这些要求核实到什么程度：regulation 读过通知，practice 通行做法，unverified 未核实';
comment on column campaign.body_kinds is '发给下面哪些种类的组织';
comment on column campaign.notice_paper_id is '通知的文稿';
comment on column campaign.opened_on is '哪一天发下去的；空为还没有发';
comment on column campaign.created_by is '谁录入的';
create index campaign_of_body on campaign (organisation_id, id);
create index campaign_of_account on campaign (created_by, id);
create index campaign_of_notice on campaign (notice_paper_id) where notice_paper_id is not null;
create index campaign_a2 on campaign (a2) where a2 is not null;
create index campaign_a3 on campaign (a3) where a3 is not null;
create index campaign_a4 on campaign (a4) where a4 is not null;
create index campaign_a5 on campaign (a5) where a5 is not null;
create index campaign_a6 on campaign (a6) where a6 is not null;
create index campaign_a7 on campaign (a7) where a7 is not null;

create table meeting (
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
  campaign_id uuid references campaign,
  kind text not null check (kind in ('democratic_life', 'organisational_life', 'inspection_rectification')),
  cycle_year integer not null check (cycle_year between 2012 and 2100),
  name text not null default '' check (name <> '' or campaign_id is not null),
  theme text not null default '',
  trigger text check (trigger in ('feedback', 'event')),
  trigger_on date check ((trigger is null) = (trigger_on is null)),
  planned_on date,
  held_on date,
  place text not null default '',
  observer_id uuid references organisation,
  replaces_id uuid references meeting,
  ordered_reason text not null default '' check ((replaces_id is null) = (ordered_reason = '')),
  reported_on date,
  report_paper_id uuid references paper,
  created_by uuid not null references account,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table meeting is '会议：一个组织的一次民主生活会、组织生活会、专题会。走到哪一步由文稿、记录、问题推出，不另存';
comment on column meeting.organisation_id is '开会的组织';
comment on column meeting.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column meeting.campaign_id is '按哪个专题开；空为自己开的';
comment on column meeting.kind is '会议的种类，与引擎的 meetingKinds 相同';
comment on column meeting.cycle_year is '哪个年度的会';
comment on column meeting.name is '名称；空为与专题的相同';
comment on column meeting.theme is '主题；空为与专题的相同';
comment on column meeting.trigger is '专题会因何而开：feedback 反馈，event 事件；空为按年度开的';
comment on column meeting.trigger_on is '反馈、事件在哪一天';
comment on column meeting.planned_on is '准备哪一天开：各环节的期限随它变';
comment on column meeting.held_on is '哪一天开的，随会议的履职记录';
comment on column meeting.place is '地点';
comment on column meeting.observer_id is '派人督导、列席的组织';
comment on column meeting.replaces_id is '上级责令补课的，补的是哪一次；原来的保留';
comment on column meeting.ordered_reason is '为什么责令补课';
comment on column meeting.reported_on is '哪一天把情况报上级';
comment on column meeting.report_paper_id is '情况报告的文稿';
comment on column meeting.created_by is '谁录入的；随专题发下来的，是发的人';
create index meeting_of_body on meeting (organisation_id, id);
create unique index meeting_of_campaign on meeting (campaign_id, organisation_id) where replaces_id is null and campaign_id is not null;
create unique index meeting_replacing on meeting (replaces_id) where replaces_id is not null;
create index meeting_observed on meeting (observer_id) where observer_id is not null;
create index meeting_of_report on meeting (report_paper_id) where report_paper_id is not null;
create index meeting_of_account on meeting (created_by, id);
create index meeting_a1 on meeting (a1, id);
create index meeting_a2 on meeting (a2, id) where a2 is not null;
create index meeting_a3 on meeting (a3, id) where a3 is not null;
create index meeting_a4 on meeting (a4, id) where a4 is not null;
create index meeting_a5 on meeting (a5, id) where a5 is not null;
create index meeting_a6 on meeting (a6, id) where a6 is not null;
create index meeting_a7 on meeting (a7, id) where a7 is not null;

create table meeting_waiver (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  rule text not null check (rule <> ''),
  reason text not null check (length(reason) >= 5),
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  unique (meeting_id, rule)
);
comment on table meeting_waiver is '会议的一项要求不照办的书面理由；写了就不删，印在情况报告里';
comment on column meeting_waiver.meeting_id is '哪次会议';
comment on column meeting_waiver.rule is '哪一项要求';
comment on column meeting_waiver.reason is '为什么';
comment on column meeting_waiver.account_id is '谁写的';
comment on column meeting_waiver.by_name is '当时的姓名';
comment on column meeting_waiver.at is '何时';
create index meeting_waiver_of_account on meeting_waiver (account_id, at);

create table opinion_group (
  meeting_id uuid not null references meeting,
  position smallint not null,
  name text not null check (name <> ''),
  asked integer not null check (asked >= 0),
  received integer not null check (received >= 0),
  primary key (meeting_id, position)
);
comment on table opinion_group is '会前征求意见：向哪一类人、用什么方式，征求几人，收到几条。只记数';
comment on column opinion_group.meeting_id is '哪次会议';
comment on column opinion_group.position is '次序';
comment on column opinion_group.name is '哪一类人、什么方式，如：服务对象座谈会';
comment on column opinion_group.asked is '征求几人';
comment on column opinion_group.received is '收到几条';

create table meeting_standing (
  meeting_id uuid primary key,
  organisation_id uuid not null,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  campaign_id uuid,
  done text[] not null,
  next_step text,
  next_due date not null
);
comment on table meeting_standing is '一次会议走到哪一步，由文稿、记录、问题推出、随它们一起改，可以重新推出：上级的总表由最早到期的排起';
comment on column meeting_standing.organisation_id is '开会的组织';
comment on column meeting_standing.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column meeting_standing.meeting_id is '哪次会议';
comment on column meeting_standing.campaign_id is '按哪个专题开';
comment on column meeting_standing.done is '办完了的环节';
comment on column meeting_standing.next_step is '没有办完的环节里期限最早的；空为都办完了';
comment on column meeting_standing.next_due is '它的期限；都办完了的写 9999-12-31，排在最后';
create index meeting_standing_of_body on meeting_standing (organisation_id, next_due, meeting_id);
create index meeting_standing_of_campaign on meeting_standing (campaign_id, next_due, meeting_id) where campaign_id is not null;
create index meeting_standing_a1 on meeting_standing (a1, next_due, meeting_id);
create index meeting_standing_a2 on meeting_standing (a2, next_due, meeting_id) where a2 is not null;
create index meeting_standing_a3 on meeting_standing (a3, next_due, meeting_id) where a3 is not null;
create index meeting_standing_a4 on meeting_standing (a4, next_due, meeting_id) where a4 is not null;
create index meeting_standing_a5 on meeting_standing (a5, next_due, meeting_id) where a5 is not null;
create index meeting_standing_a6 on meeting_standing (a6, next_due, meeting_id) where a6 is not null;
create index meeting_standing_a7 on meeting_standing (a7, next_due, meeting_id) where a7 is not null;

alter table paper add column meeting_id uuid references meeting;
alter table record add column meeting_id uuid references meeting;
alter table problem add column meeting_id uuid references meeting;
comment on column paper.meeting_id is '为哪次会议写的';
comment on column record.meeting_id is '为哪次会议做的；会议本身的记录也写它';
comment on column problem.meeting_id is '哪次会议查摆出来的';
create index paper_of_meeting on paper (meeting_id) where meeting_id is not null;
create index record_of_meeting on record (meeting_id) where meeting_id is not null;
create index problem_of_meeting on problem (meeting_id) where meeting_id is not null;

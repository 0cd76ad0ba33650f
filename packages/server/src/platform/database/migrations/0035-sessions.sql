-- A meeting being held: what the recorder writes while others speak. Who came as was due is never written down.
create table meeting_session (
  meeting_id uuid not null references meeting,
  circle text not null check (circle in ('team', 'committee', 'members')),
  on_day date not null,
  host_id uuid references person,
  place text not null default '',
  item text not null default '',
  speaking_id uuid references person,
  begun_by uuid not null references account,
  begun_at timestamptz not null,
  ended_at timestamptz,
  record_id uuid references record check ((record_id is null) = (ended_at is null)),
  version integer not null default 1,
  primary key (meeting_id, circle)
);
comment on table meeting_session is '会议进行：一次会议的一场；组织生活会有支委会、党员大会两场';
comment on column meeting_session.meeting_id is '哪次会议';
comment on column meeting_session.circle is '谁开：team 班子，committee 支委会，members 党员大会';
comment on column meeting_session.on_day is '哪一天开；应到按这一天的任职';
comment on column meeting_session.host_id is '主持人';
comment on column meeting_session.place is '地点';
comment on column meeting_session.item is '进行到议程的哪一项';
comment on column meeting_session.speaking_id is '正在发言的人';
comment on column meeting_session.begun_by is '谁开始记的';
comment on column meeting_session.begun_at is '何时开始记的';
comment on column meeting_session.ended_at is '何时结束的；空为还在开';
comment on column meeting_session.record_id is '结束时记下的履职记录';
create index meeting_session_of_account on meeting_session (begun_by);
create index meeting_session_of_record on meeting_session (record_id) where record_id is not null;

create table session_presence (
  id uuid primary key,
  meeting_id uuid not null,
  circle text not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('absent', 'excused', 'left', 'came')),
  at timestamptz not null,
  note text not null default '',
  created_by uuid not null references account,
  foreign key (meeting_id, circle) references meeting_session
);
comment on table session_presence is '会上谁没有来、谁中途离开、谁后到：只记例外，一件一行，按时间取最后一件。先送到的、后送到的都一样';
comment on column session_presence.meeting_id is '哪次会议';
comment on column session_presence.circle is '哪一场';
comment on column session_presence.person_id is '谁';
comment on column session_presence.created_by is '谁录入的';
comment on column session_presence.id is '由录入的网页编号：同一件再送一次，还是这一件';
comment on column session_presence.kind is 'absent 缺席，excused 请假，left 离开，came 到了';
comment on column session_presence.at is '何时';
comment on column session_presence.note is '原因';
create index session_presence_of_session on session_presence (meeting_id, circle, at, id);
create index session_presence_of_person on session_presence (person_id);
create index session_presence_of_account on session_presence (created_by);

create table session_line (
  id uuid primary key,
  meeting_id uuid not null,
  circle text not null,
  kind text not null check (kind in ('superior', 'written')),
  person_id uuid references person check ((person_id is not null) = (kind = 'written')),
  speaker text not null default '',
  text text not null,
  withdrawn_on date,
  created_by uuid not null references account,
  created_at timestamptz not null,
  version integer not null default 1,
  foreign key (meeting_id, circle) references meeting_session
);
comment on table session_line is '会上的其他发言：上级的点评、缺席的人的书面发言，一段一行';
comment on column session_line.meeting_id is '哪次会议';
comment on column session_line.circle is '哪一场';
comment on column session_line.text is '说了什么';
comment on column session_line.created_by is '谁录入的';
comment on column session_line.id is '由录入的网页编号：同一行再送一次，还是这一行';
comment on column session_line.kind is 'superior 上级点评，written 宣读书面发言';
comment on column session_line.person_id is '书面发言是谁的';
comment on column session_line.speaker is '上级是谁';
comment on column session_line.withdrawn_on is '哪一天撤去；记错的撤去，不删';
create index session_line_of_session on session_line (meeting_id, circle, id);
create index session_line_of_person on session_line (person_id) where person_id is not null;
create index session_line_of_account on session_line (created_by);

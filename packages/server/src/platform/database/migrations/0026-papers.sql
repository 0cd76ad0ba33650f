-- A document with its versions, and what was decided of it. What was handed in is kept as it was; which version was approved
-- or issued is told by the events.
create table paper (
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
  kind text not null,
  title text not null check (title <> ''),
  number text not null default '',
  subject text not null default '',
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'issued', 'void')),
  created_by uuid not null references account,
  versions smallint not null default 0,
  shown_versions smallint not null default 0 check (shown_versions <= versions),
  issued_on date check ((issued_on is null) or state in ('issued', 'void')),
  version integer not null default 1,
  changed_at timestamptz not null
);
comment on table paper is '文稿：一份材料、方案、报告等，有几版，走到哪一步';
comment on column paper.organisation_id is '哪个组织的';
comment on column paper.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column paper.kind is '种类，与引擎认出的种类相同';
comment on column paper.title is '标题';
comment on column paper.number is '文号，印发时填';
comment on column paper.subject is '专题、事由';
comment on column paper.state is '走到哪一步：draft 起草，submitted 送审，returned 退回修改，approved 审定，issued 印发，void 作废';
comment on column paper.changed_at is '最近一次变动的时间';
comment on column paper.created_by is '起草的账号；没有送审的只有他看得见';
comment on column paper.versions is '交来过几版';
comment on column paper.shown_versions is '送审时有几版：别人看得见这几版，以后起草的看不见';
comment on column paper.issued_on is '印发日期';
create index paper_of_body on paper (organisation_id, id);
create index paper_of_author on paper (created_by, id);
create index paper_to_review on paper (id) where state = 'submitted';
create index paper_a1 on paper (a1, id);
create index paper_a2 on paper (a2, id) where a2 is not null;
create index paper_a3 on paper (a3, id) where a3 is not null;
create index paper_a4 on paper (a4, id) where a4 is not null;
create index paper_a5 on paper (a5, id) where a5 is not null;
create index paper_a6 on paper (a6, id) where a6 is not null;
create index paper_a7 on paper (a7, id) where a7 is not null;

create table paper_version (
  id uuid primary key,
  paper_id uuid not null references paper,
  ordinal smallint not null check (ordinal > 0),
  file_hash text not null references stored_file,
  file_name text not null check (file_name <> ''),
  note text not null default '',
  reading jsonb,
  account_id uuid not null references account,
  at timestamptz not null,
  unique (paper_id, ordinal)
);
comment on table paper_version is '文稿的一版：交来的文件，原样保存';
comment on column paper_version.paper_id is '哪份文稿';
comment on column paper_version.ordinal is '第几版';
comment on column paper_version.file_hash is '文件的 SHA-256';
comment on column paper_version.file_name is '交来时的名称';
comment on column paper_version.note is '这一版改了什么';
comment on column paper_version.reading is '引擎读出了什么：字数，问题、原因、措施各几项，意见各几条；空为读不出文字';
comment on column paper_version.account_id is '谁交来的';
comment on column paper_version.at is '何时交来';
create index paper_version_of_file on paper_version (file_hash);
create index paper_version_of_account on paper_version (account_id);

create table paper_event (
  id uuid primary key,
  paper_id uuid not null references paper,
  at timestamptz not null,
  account_id uuid not null references account,
  by_name text not null,
  action text not null,
  to_state text not null,
  ordinal smallint,
  reason text not null default ''
);
comment on table paper_event is '文稿的经过：谁、何时、做了什么、为什么。只增不改';
comment on column paper_event.paper_id is '哪份文稿';
comment on column paper_event.at is '何时';
comment on column paper_event.account_id is '谁';
comment on column paper_event.by_name is '当时的姓名';
comment on column paper_event.action is '做了什么，名称见 contract 的 paperMachine';
comment on column paper_event.to_state is '之后的状态';
comment on column paper_event.ordinal is '说的是第几版';
comment on column paper_event.reason is '为什么';
create index paper_event_of_paper on paper_event (paper_id, at, id);
create index paper_event_of_account on paper_event (account_id, at);
create function refuse_paper_event_change() returns trigger language plpgsql as $$
begin
  raise exception '文稿的经过不能修改或删除';
end
$$;
create trigger paper_event_is_final before update or delete on paper_event
  for each row execute function refuse_paper_event_change();

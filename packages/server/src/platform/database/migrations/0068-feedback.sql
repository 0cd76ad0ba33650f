-- What an inspection fed back (反馈意见), item by item, and which rows of the ledger each ends in: an item may end in several,
-- a row may be of several. Nothing is deleted: what was entered by mistake, or no longer belongs, was so until a moment.
create table feedback_item (
  id uuid primary key,
  inspection_id uuid not null references inspection,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  position integer not null,
  category text not null default '',
  aspect text not null default '',
  text text not null,
  paper_version_id uuid references paper_version,
  begins integer,
  ends integer check ((begins is null) = (ends is null) and (begins is null or (paper_version_id is not null and begins < ends))),
  withdrawn_at timestamptz,
  created_by uuid not null references account,
  created_at timestamptz not null,
  version integer not null default 1
);
comment on table feedback_item is '巡视巡察反馈的问题，一条一行，用原话；读自反馈意见，人确认了才有';
comment on column feedback_item.inspection_id is '哪一次巡视巡察';
comment on column feedback_item.a1 is 'a1…a8 与被巡察单位的相同：按一列取一棵子树';
comment on column feedback_item.position is '次序，与反馈意见里的相同';
comment on column feedback_item.category is '反馈大类；没有分的为空';
comment on column feedback_item.aspect is '方面；没有分的为空';
comment on column feedback_item.text is '反馈的问题';
comment on column feedback_item.paper_version_id is '读自文稿的哪一版；手工补的为空';
comment on column feedback_item.begins is '在那一版文字里从第几个字起（UTF-16），左闭右开';
comment on column feedback_item.ends is '到第几个字以前';
comment on column feedback_item.withdrawn_at is '登记错了、撤销的时候';
comment on column feedback_item.created_by is '谁登记的';
create index feedback_item_of_inspection on feedback_item (inspection_id, position);
create index feedback_item_of_version on feedback_item (paper_version_id) where paper_version_id is not null;
create index feedback_item_of_account on feedback_item (created_by, id);
create index feedback_item_a1 on feedback_item (a1, id) where withdrawn_at is null;
create index feedback_item_a2 on feedback_item (a2, id) where withdrawn_at is null;
create index feedback_item_a3 on feedback_item (a3, id) where withdrawn_at is null;
create index feedback_item_a4 on feedback_item (a4, id) where withdrawn_at is null;
create index feedback_item_a5 on feedback_item (a5, id) where withdrawn_at is null;
create index feedback_item_a6 on feedback_item (a6, id) where withdrawn_at is null;
create index feedback_item_a7 on feedback_item (a7, id) where withdrawn_at is null;

create table feedback_row (
  id uuid primary key,
  item_id uuid not null references feedback_item,
  problem_id uuid not null references problem,
  account_id uuid not null references account,
  at timestamptz not null,
  until timestamptz check (until >= at)
);
comment on table feedback_row is '反馈的一条问题列入台账的哪个问题';
comment on column feedback_row.item_id is '反馈的哪一条';
comment on column feedback_row.problem_id is '台账里的问题';
comment on column feedback_row.account_id is '谁对应的';
comment on column feedback_row.at is '从什么时候起';
comment on column feedback_row.until is '到什么时候取消；还算数的为空';
create unique index feedback_row_once on feedback_row (item_id, problem_id) where until is null;
create index feedback_row_of_item on feedback_row (item_id);
create index feedback_row_of_problem on feedback_row (problem_id);
create index feedback_row_of_account on feedback_row (account_id);

create table feedback_event (
  id uuid primary key,
  inspection_id uuid not null references inspection,
  item_id uuid references feedback_item,
  action text not null,
  text text not null default '',
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null
);
comment on table feedback_event is '反馈问题的经过，只增不改';
comment on column feedback_event.inspection_id is '哪一次巡视巡察';
comment on column feedback_event.item_id is '哪一条；一次登记、撤销许多条的为空';
comment on column feedback_event.action is '办了什么，与接口的名称相同';
comment on column feedback_event.text is '说明：第几条、几号问题、改了什么';
comment on column feedback_event.account_id is '谁办的';
comment on column feedback_event.by_name is '办的人的姓名，当时的';
comment on column feedback_event.at is '什么时候';
create index feedback_event_of_inspection on feedback_event (inspection_id, id);
create index feedback_event_of_item on feedback_event (item_id) where item_id is not null;
create index feedback_event_of_account on feedback_event (account_id, id);

-- 台账的视图：存在账号上，可以共享给一个组织
create table ledger_view (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  name text not null check (name <> ''),
  search jsonb not null,
  shared_with uuid references organisation on delete set null,
  changed_at timestamptz not null,
  unique (account_id, name)
);
comment on table ledger_view is '台账的视图：起了名称的一组筛选、排序和分组';
comment on column ledger_view.account_id is '谁存的；只有本人能改、能删';
comment on column ledger_view.search is '筛选、排序和分组，与台账的地址里写的相同';
comment on column ledger_view.shared_with is '共享给哪个组织：在这个组织有看台账的授权的人都看得到；空为只有本人';
comment on column ledger_view.changed_at is '最后一次存的时间';
create index ledger_view_shared on ledger_view (shared_with) where shared_with is not null;

-- What people said of a version under review, one row an act, in order: how it stands is what was said last.
create table review_mark (
  id uuid primary key,
  number bigint generated always as identity unique,
  paper_version_id uuid not null references paper_version,
  act text not null check (act in ('accepted', 'dismissed', 'none', 'remark', 'withdraw')),
  finding text,
  remark_id uuid references review_mark,
  starts_at integer not null check (starts_at >= 0),
  ends_at integer not null check (ends_at >= starts_at),
  words text not null,
  text text not null default '',
  account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  check ((act in ('accepted', 'dismissed', 'none')) = (finding is not null)),
  check ((act = 'withdraw') = (remark_id is not null)),
  check (act not in ('dismissed', 'remark') or text <> '')
);
comment on table review_mark is '审核一版文稿时逐条说的，一行一次，只增不改：一条意见现在怎样，看最后一行';
comment on column review_mark.number is '先后';
comment on column review_mark.paper_version_id is '哪一版文稿';
comment on column review_mark.act is 'accepted 采纳，dismissed 不采纳，none 收回所作的处理，remark 提意见，withdraw 收回提的意见';
comment on column review_mark.finding is '引擎的哪条意见';
comment on column review_mark.remark_id is '收回的是哪条意见';
comment on column review_mark.starts_at is '在文中从第几个字符起';
comment on column review_mark.ends_at is '到第几个字符前';
comment on column review_mark.words is '引擎的意见当时的话；提意见的，是所指的原文';
comment on column review_mark.text is '不采纳的理由，或提的意见';
comment on column review_mark.account_id is '谁说的';
comment on column review_mark.by_name is '当时的姓名';
comment on column review_mark.at is '何时';
create index review_mark_of_version on review_mark (paper_version_id, number);
create index review_mark_of_account on review_mark (account_id, number);
create index review_mark_withdrawn on review_mark (remark_id) where remark_id is not null;
create function refuse_review_mark_change() returns trigger language plpgsql as $$
begin
  raise exception '审核时说过的不能修改或删除';
end
$$;
create trigger review_mark_is_final before update or delete on review_mark
  for each row execute function refuse_review_mark_change();

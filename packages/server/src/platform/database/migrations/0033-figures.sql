-- What the figures a paper claims came to on a day, with the rows they were made of: what is different later can be told.
create table figure_snapshot (
  id uuid primary key,
  paper_version_id uuid not null references paper_version,
  figure text not null,
  starts_at integer not null check (starts_at >= 0),
  ends_at integer not null check (ends_at > starts_at),
  value numeric not null,
  row_ids uuid[] not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  kept_by uuid not null references account,
  kept_at timestamptz not null
);
comment on table figure_snapshot is '文稿里的一个数当日的来历：算出多少，由哪几行。只增不改';
comment on column figure_snapshot.paper_version_id is '哪一版文稿';
comment on column figure_snapshot.figure is '哪个数，名称见引擎的 figureTerms';
comment on column figure_snapshot.starts_at is '在文中从第几个字符起';
comment on column figure_snapshot.ends_at is '到第几个字符前';
comment on column figure_snapshot.value is '当日记录、台账算出的数';
comment on column figure_snapshot.row_ids is '由哪几行算出；超过一千行的不列';
comment on column figure_snapshot.from_on is '算的是哪一天起';
comment on column figure_snapshot.to_on is '到哪一天';
comment on column figure_snapshot.kept_by is '谁记下的';
comment on column figure_snapshot.kept_at is '何时记下';
create index figure_snapshot_of_version on figure_snapshot (paper_version_id, starts_at, figure, kept_at desc);
create index figure_snapshot_of_account on figure_snapshot (kept_by, kept_at);
create function refuse_figure_snapshot_change() returns trigger language plpgsql as $$
begin
  raise exception '记下的数不能修改或删除';
end
$$;
create trigger figure_snapshot_is_final before update or delete on figure_snapshot
  for each row execute function refuse_figure_snapshot_change();

-- An import of organisations and people, or of posts, is taken back as a whole while nobody has acted on what it wrote.
create table written_import (
  id uuid primary key,
  kind text not null check (kind in ('organisations', 'posts')),
  organisation_id uuid not null references organisation on delete cascade,
  file_name text not null,
  by_name text not null,
  at timestamptz not null,
  created integer not null,
  changed integer not null,
  deeds jsonb not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text not null default '',
  withdrawn_reason text not null default ''
);
comment on table written_import is '导入记录：写入了的组织人员名单、任职名单。没有人动过写入的内容，就可以整个撤销';
comment on column written_import.id is '就是导入预览的编号';
comment on column written_import.kind is 'organisations 组织和人员，posts 任职';
comment on column written_import.organisation_id is '导入到哪个组织之下';
comment on column written_import.file_name is '文件的名称';
comment on column written_import.by_name is '导入的人当时的姓名';
comment on column written_import.at is '何时写入';
comment on column written_import.created is '新写入几项';
comment on column written_import.changed is '改了几项原有的';
comment on column written_import.deeds is '逐项：写入了哪一行、写到第几版，改了的连同原来的内容；撤销时照它还原';
comment on column written_import.withdrawn_at is '何时撤销；空为没有撤销';
comment on column written_import.withdrawn_by_name is '撤销的人当时的姓名';
comment on column written_import.withdrawn_reason is '为什么撤销';
create index written_import_of_organisation on written_import (organisation_id, kind, at, id);

-- An account that is taken back was never signed in to: nobody has read what was sent to it.
alter table notification
  drop constraint notification_account_id_fkey,
  add constraint notification_account_id_fkey foreign key (account_id) references account on delete cascade;

create table setting (
  is_only boolean primary key default true check (is_only),
  content jsonb not null,
  version integer not null default 1
);
comment on table setting is '设置，只有一行';

create table stored_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  created_at timestamptz not null default now()
);
comment on table stored_file is '文件按内容存放（SHA-256），同样的内容只存一份；字节在数据目录的 files 下';

create table notification (
  id uuid primary key,
  account_id uuid not null references account,
  title text not null,
  link text not null,
  at timestamptz not null,
  read_at timestamptz
);
comment on table notification is '消息';
create index notification_of_account on notification (account_id, at desc, id desc);
create index notification_unread on notification (account_id) where read_at is null;

create table import_draft (
  id uuid primary key,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  file_name text not null,
  content jsonb not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz
);
comment on table import_draft is '导入的预览：已经读懂、还没有写入的内容';

create table search_entry (
  kind text not null check (kind in ('organisation', 'person')),
  id uuid not null,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  title text not null,
  context text not null,
  link text not null,
  words tsvector not null,
  primary key (kind, id)
);
comment on table search_entry is '全文检索：凡能搜到的东西一行';
comment on column search_entry.words is '标题和正文的词（分词在程序里做），由 GIN 索引';
create index search_entry_words on search_entry using gin (words);

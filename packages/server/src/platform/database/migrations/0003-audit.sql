create table audit_entry (
  number bigint primary key,
  at timestamptz not null,
  action text not null,
  account_id uuid,
  login text,
  person_name text,
  organisation_id uuid,
  subject text not null,
  succeeded boolean not null,
  address text not null,
  request_id text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null
);
comment on table audit_entry is '审计日志。每条的摘要含前一条的摘要，改动、删除、插入都会断链';
comment on column audit_entry.hash is 'SM3（GB/T 32905—2016），十六进制';
comment on column audit_entry.organisation_id is '对象所在的组织；不设外键，组织撤销后日志照旧';
create index audit_entry_login on audit_entry (lower(login), number);
create index audit_entry_action on audit_entry (action, number);
create index audit_entry_at on audit_entry (at);

create table audit_head (
  is_only boolean primary key default true check (is_only),
  number bigint not null,
  hash text not null
);
comment on table audit_head is '链尾：最后一条的序号和摘要。只有一行，写日志时锁住它，先后就不会乱';
insert into audit_head (number, hash) values (0, repeat('0', 64));

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception '审计日志不能修改或删除';
end
$$;
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_is_kept before truncate on audit_entry
  for each statement execute function refuse_audit_change();

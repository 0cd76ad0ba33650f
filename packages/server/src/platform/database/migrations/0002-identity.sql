create table account (
  id uuid primary key,
  person_id uuid not null unique references person,
  login text not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  password_changed_at timestamptz not null,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table account is '账号：一人一个';
comment on column account.password_hash is 'argon2id，PHC 字符串格式';
comment on column account.failures is '连续输错口令的次数，登录成功后归零';
create unique index account_login on account (lower(login));

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null check (role in ('organiser', 'head', 'team_member', 'handler', 'reviewer', 'member', 'system_admin', 'security_admin', 'audit_admin')),
  organisation_id uuid not null references organisation,
  granted_by uuid references account,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references account
);
comment on table role_grant is '授权：一个账号在一个组织及其下级担任一种角色';
comment on column role_grant.granted_by is '空为首次设置时给的';
create unique index role_grant_standing on role_grant (account_id, role, organisation_id) where revoked_at is null;
create index role_grant_of_organisation on role_grant (organisation_id, granted_at, id) where revoked_at is null;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  device text not null
);
comment on table session is '登录。库里只有令牌的摘要，偷到库也冒充不了';
create index session_of_account on session (account_id);
create index session_end on session (ends_at);

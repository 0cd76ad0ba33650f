-- Who guesses passwords is slowed down where he sits, for the account he guesses at; nobody is locked out by a stranger.
create table sign_in_failure (
  login text not null,
  address text not null,
  failures integer not null,
  last_at timestamptz not null,
  until timestamptz,
  primary key (login, address)
);
comment on table sign_in_failure is '从一个地址连续输错一个账号的口令；登录成功后删去';
comment on column sign_in_failure.login is '填写的登录名，小写；有没有这个账号都记';
comment on column sign_in_failure.address is '来源的网络地址';
comment on column sign_in_failure.failures is '连续输错的次数';
comment on column sign_in_failure.last_at is '最近一次输错的时间';
comment on column sign_in_failure.until is '到这时为止，从这个地址不能再试这个账号；空为可以试';
create index sign_in_failure_last on sign_in_failure (last_at);
alter table account drop column failures, drop column locked_until;

create table previous_password (
  account_id uuid not null references account,
  replaced_at timestamptz not null,
  hash text not null,
  primary key (account_id, replaced_at)
);
comment on table previous_password is '用过的口令，只留最近几个，不许再用';
comment on column previous_password.account_id is '谁的口令';
comment on column previous_password.replaced_at is '何时换掉的';
comment on column previous_password.hash is 'argon2id，PHC 字符串格式';

create table password_reset (
  id uuid primary key,
  account_id uuid not null references account,
  asked_by uuid references account,
  asked_at timestamptz not null,
  confirmed_by uuid references account,
  done_at timestamptz,
  password_hash text,
  second_half text,
  told_at timestamptz
);
comment on table password_reset is '重置口令。负责人、审核人和管理员的要另一位管理员确认';
comment on column password_reset.account_id is '谁的口令';
comment on column password_reset.asked_by is '谁要求重置的；空为在服务器上用 duizhao rescue 重置的';
comment on column password_reset.asked_at is '何时要求的；一天之内没有确认就作废';
comment on column password_reset.confirmed_by is '谁确认的；空为不要确认，或还没有确认';
comment on column password_reset.done_at is '何时生效；空为还在等确认';
comment on column password_reset.password_hash is '等确认期间新口令的摘要，生效后清空';
comment on column password_reset.second_half is '等确认期间新口令的后一半，只给确认的人看，生效后清空；前一半不保存，单凭它登不进来';
comment on column password_reset.told_at is '何时告诉本人的；空为还没有告诉';
create unique index password_reset_waiting on password_reset (account_id) where done_at is null;
create index password_reset_of_account on password_reset (account_id, asked_at);

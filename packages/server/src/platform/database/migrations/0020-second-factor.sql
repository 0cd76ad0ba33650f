-- A second step at signing in: a code of the hour besides the password, and codes on paper for the day the device is lost.
create table second_factor (
  account_id uuid primary key references account,
  secret bytea not null,
  begun_at timestamptz not null,
  turned_on_at timestamptz,
  last_step bigint not null default 0
);
comment on table second_factor is '两步验证：登录时除口令外，还要手机上应用显示的验证码（RFC 6238）';
comment on column second_factor.account_id is '谁的两步验证';
comment on column second_factor.secret is '与手机共有的密钥，用服务器数据目录里的密钥加密（AES-256-GCM）；偷到库也算不出验证码';
comment on column second_factor.begun_at is '何时开始设置的';
comment on column second_factor.turned_on_at is '何时开启的；空为还在设置，登录不问';
comment on column second_factor.last_step is '最近一次用过的验证码是第几个半分钟的；它和更早的不能再用';

create table recovery_code (
  account_id uuid not null references account,
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
);
comment on table recovery_code is '恢复码：手机不在身边时代替验证码，每个只能用一次';
comment on column recovery_code.account_id is '谁的恢复码';
comment on column recovery_code.hash is 'SHA-256 摘要；恢复码是八十位的随机数，猜不出来';
comment on column recovery_code.used_at is '何时用掉的；空为还可以用';

comment on column sign_in_failure.address is '来源的网络地址；* 为输错验证码，不分地址：知道口令的人才走得到这一步';

-- What two administrators do together with a password, they do with a second step too.
alter table password_reset add column credential text not null default 'password'
  check (credential in ('password', 'second_factor'));
comment on column password_reset.credential is '重置的是什么：password 口令，second_factor 两步验证（解除）';
drop index password_reset_waiting;
create unique index password_reset_waiting on password_reset (account_id, credential) where done_at is null;

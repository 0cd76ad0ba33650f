-- 首页上管理员的事：多久没有登录的账号，没有成功的操作。
create index account_last_used on account (coalesce(last_signed_in_at, created_at)) where disabled_at is null;
create index audit_entry_unsuccessful on audit_entry (at) where not succeeded;

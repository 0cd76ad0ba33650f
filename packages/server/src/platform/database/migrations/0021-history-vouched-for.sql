-- Every act's entry in the audit log carries the digest of what it wrote into the history; the act is how they find each
-- other. What was written before has none, and is vouched for by one entry of its own.
alter table problem_event add column act uuid;
comment on column problem_event.act is '哪一次操作写下的：审计日志里这次操作的记录带着它写下的全部经过的摘要；这一列有以前的为空';
create index problem_event_of_act on problem_event (act, id);

-- The ledger asks itself whether a problem waits for an answer; who issues and answers notices keeps the number.
alter table problem add column open_notices integer not null default 0 check (open_notices >= 0);
comment on column problem.open_notices is '没有答复的督办单有几份';
update problem set open_notices = open.count
from (select problem_id, count(*) as count from notice where answer is null group by problem_id) as open
where open.problem_id = problem.id;

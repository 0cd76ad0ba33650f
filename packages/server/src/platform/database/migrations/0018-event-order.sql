-- The order of a problem's history is the order its row was held in: of two requests at once the later may have begun first.
alter table problem_event add column number bigint;
alter table problem_event disable trigger problem_event_is_final;
update problem_event set number = told.number
from (select id, row_number() over (order by at, id) as number from problem_event) as told where told.id = problem_event.id;
alter table problem_event enable trigger problem_event_is_final;
alter table problem_event alter column number set not null;
alter table problem_event alter column number add generated always as identity;
select setval(pg_get_serial_sequence('problem_event', 'number'), coalesce(max(number), 0) + 1, false) from problem_event;
comment on column problem_event.number is '先后：一个问题的经过按它排，时间可能有先后颠倒的';

drop index problem_event_of_problem;
create unique index problem_event_of_problem on problem_event (problem_id, number);

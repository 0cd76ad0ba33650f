-- What came into the ledger and what was struck off, by the day it is dated and the day it was entered. It is added to and
-- never counted anew: what was told of a month stays, and what is entered afterwards with an earlier date is told as that.
create table problem_flow (
  organisation_id uuid not null references organisation,
  dated_on date not null,
  entered_on date not null,
  registered integer not null default 0,
  struck_off integer not null default 0,
  primary key (organisation_id, dated_on, entered_on)
);
comment on table problem_flow is '每个组织连同下级登记、销号的问题数，按日期和记入系统的那一天，与写入同一个事务里累加，从不重数：过去月份的数不因后来的移交、并入、调整隶属而变';
comment on column problem_flow.organisation_id is '当时在它的台账或下级台账里；后来移走、移交的仍在这里';
comment on column problem_flow.dated_on is '登记或销号写的是哪一天';
comment on column problem_flow.entered_on is '哪一天记入系统；晚于 dated_on 所在的月，就是补记';
comment on column problem_flow.registered is '新登记的问题数；由拆分而来的不算，原来的那一个已经算过';
comment on column problem_flow.struck_off is '销号的问题数';

-- What was entered until now: where each problem lay when it came, and when it was struck off.
insert into problem_flow (organisation_id, dated_on, entered_on, registered, struck_off)
select above.id, dated_on, entered_on, sum(registered), sum(struck_off)
from (
  select version.*, problem.registered_on as dated_on, 1 as registered, 0 as struck_off
  from (select distinct on (problem_id) *, (valid_from at time zone 'Asia/Shanghai')::date as entered_on
        from problem_version order by problem_id, valid_from) as version
  join problem on problem.id = version.problem_id and problem.split_from is null
  union all
  select version.*, version.struck_off_on, 0, 1
  from (select distinct on (problem_id) *, (valid_from at time zone 'Asia/Shanghai')::date as entered_on
        from problem_version where state in ('struck_off', 'struck_off_on_paper', 'closed_on_import')
        order by problem_id, valid_from) as version
  where version.struck_off_on is not null
) as entered, unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) as above(id)
where above.id in (select id from organisation)
group by above.id, dated_on, entered_on;

-- A unit's own ledger counts 1, 2, 3 …, beside the number of the whole installation. What is there gets its number by the
-- order in which it was registered, from the unit it is with now.
create table unit_numbering (
  organisation_id uuid primary key references organisation,
  last integer not null
);
comment on table unit_numbering is '各单位台账的单位内编号给到第几号；只加不减，撤回了的号不再用';
comment on column unit_numbering.organisation_id is '哪个单位的台账';
comment on column unit_numbering.last is '给出的最后一个号';

alter table problem
  add column unit_number integer,
  add column numbered_by uuid references organisation;
comment on column problem.unit_number is '单位内编号：登记的单位从 1 数起，登记时给，以后不变';
comment on column problem.numbered_by is '给单位内编号的单位；问题移交到别处，编号不变';

alter table problem disable trigger user;
update problem set unit_number = told.unit_number, numbered_by = problem.organisation_id
from (select id, row_number() over (partition by organisation_id order by number) as unit_number from problem) as told
where told.id = problem.id;
alter table problem enable trigger user;
insert into unit_numbering (organisation_id, last) select numbered_by, max(unit_number) from problem group by numbered_by;

alter table problem
  alter column unit_number set not null,
  alter column numbered_by set not null;
create unique index problem_unit_number on problem (numbered_by, unit_number);

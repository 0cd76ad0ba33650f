-- A record, or a paper that was approved, proves a measure as it stands: nobody uploads it again.
alter table evidence alter column file_hash drop not null;
alter table evidence add column record_id uuid references record;
alter table evidence add column paper_version_id uuid references paper_version;
alter table evidence add constraint evidence_is_one_thing check (num_nonnulls(file_hash, record_id, paper_version_id) = 1);
comment on table evidence is '佐证材料：一个文件，或者一次履职记录，或者文稿审定的一版。撤下的还在，只是不再算数';
comment on column evidence.file_hash is '文件的内容；履职记录、文稿的没有';
comment on column evidence.name is '文件名；履职记录、文稿的是引用时的名称';
comment on column evidence.record_id is '以哪次履职记录为证';
comment on column evidence.paper_version_id is '以文稿的哪一版为证';
create index evidence_of_record on evidence (record_id) where record_id is not null;
create index evidence_of_paper_version on evidence (paper_version_id) where paper_version_id is not null;

-- What happened to a paper is vouched for by the audit log, as what happened to a problem is: in the order it was written.
alter table paper_event add column number bigint;
alter table paper_event disable trigger paper_event_is_final;
update paper_event set number = told.number
from (select id, row_number() over (order by at, id) as number from paper_event) as told where told.id = paper_event.id;
alter table paper_event enable trigger paper_event_is_final;
alter table paper_event alter column number set not null;
alter table paper_event alter column number add generated always as identity;
select setval(pg_get_serial_sequence('paper_event', 'number'), coalesce(max(number), 0) + 1, false) from paper_event;
alter table paper_event add column act uuid;
comment on column paper_event.number is '先后：一份文稿的经过按它排，时间可能有先后颠倒的';
comment on column paper_event.act is '哪一次操作写下的：审计日志里这次操作的记录带着它的摘要；这一列有以前的为空';
create index paper_event_of_act on paper_event (act, id);
drop index paper_event_of_paper;
create unique index paper_event_of_paper on paper_event (paper_id, number);

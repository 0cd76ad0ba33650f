-- An inspection may be corrected, and leads to its problems; a sample drawn to look back at is kept.
alter table inspection add column version integer not null default 1;
create index problem_of_inspection on problem (inspection_id) where inspection_id is not null;

create table look_back_sample (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid references account,
  by_name text not null,
  at timestamptz not null,
  seed text not null,
  size integer not null,
  base_ids uuid[] not null,
  drawn_ids uuid[] not null
);
comment on table look_back_sample is '抽取过的回头看样本：谁、何时、从哪些里抽到哪些；按依据和范围可以重新抽一次核对';
comment on column look_back_sample.organisation_id is '在哪个组织和下级里抽的';
comment on column look_back_sample.account_id is '谁抽的';
comment on column look_back_sample.at is '何时抽的';
comment on column look_back_sample.by_name is '抽取的人当时的姓名';
comment on column look_back_sample.seed is '抽签依据：那次请求的编号，审计日志里也有';
comment on column look_back_sample.size is '要抽几个';
comment on column look_back_sample.base_ids is '抽取的范围：当时已销号、还没有认定有效的问题';
comment on column look_back_sample.drawn_ids is '抽到的问题，按抽到的先后';
create index look_back_sample_of_organisation on look_back_sample (organisation_id, at, id);

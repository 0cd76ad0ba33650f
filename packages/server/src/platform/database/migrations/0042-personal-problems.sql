-- 关于个人的问题，只有有关的人看得到
alter table problem add column about_person_id uuid references person (id);
comment on column problem.about_person_id is '关于谁的问题：只有本人、责任领导和责任人、组织和审批的人看得到；空为不是关于个人的';
create index problem_about on problem (about_person_id) where about_person_id is not null;

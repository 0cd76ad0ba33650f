-- An imported ledger names where a problem was taken from; what is not found there is kept as it is written.
alter table origin add column named text;
comment on column origin.named is '导入的台账写着出自哪里、没有找到原文的，照写着的（没有写名称的为空串）；找到原文的为空';
alter table origin drop constraint origin_is_one_thing;
alter table origin add constraint origin_is_one_thing check (num_nonnulls(paper_version_id, record_id, named) = 1);

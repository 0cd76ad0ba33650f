-- A record can be written otherwise after it was cited as evidence, and approved as such: that has to be seen.
alter table evidence add column record_version integer;
comment on column evidence.record_version is '引用时履职记录是第几版：后来改过的看得出；有这一列以前引用的、不是履职记录的为空';

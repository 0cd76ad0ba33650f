-- At which meeting a version of a paper was gone through (室务会、支委会): a record of its body.
alter table paper_version add column studied_in uuid references record;
comment on column paper_version.studied_in is '哪次会研究的这一版：一次履职记录';
create index paper_version_studied_in on paper_version (studied_in) where studied_in is not null;

create table organisation_version (
  organisation_id uuid not null references organisation on delete cascade,
  valid_to timestamptz not null,
  parent_id uuid,
  level smallint not null,
  name text not null,
  primary key (organisation_id, valid_to)
);
comment on table organisation_version is '组织在改名、调整隶属关系以前的样子：过去某一天的样子是 valid_to 在那以后的第一行，没有就是现在的组织';
comment on column organisation_version.organisation_id is '哪个组织；组织撤销时一起删除';
comment on column organisation_version.valid_to is '到何时为止是这样（不含）';
comment on column organisation_version.parent_id is '当时的上级组织；根为空。不设外键，上级撤销后照旧';
comment on column organisation_version.level is '当时的层级，也就是当时的问题里哪一列是它';
create index organisation_version_children on organisation_version (parent_id, valid_to);

-- What a person said once of the columns of a file is offered when a file with the same heads comes again.
create table said_columns (
  organisation_id uuid not null references organisation on delete cascade,
  heads text not null,
  columns jsonb not null,
  said_on date not null,
  primary key (organisation_id, heads)
);
comment on table said_columns is '导入台账时人指定过的对应栏目：同一组织再来表头一样的文件，照样提出来，由人用或者不用';
comment on column said_columns.organisation_id is '导入到哪个组织';
comment on column said_columns.heads is '一张表各列表头的摘要（SHA-256），表头和次序一样就是同一个';
comment on column said_columns.columns is '人指定了哪几列：列、表头、对应栏目的代号';
comment on column said_columns.said_on is '最后一次是哪天的导入指定的';

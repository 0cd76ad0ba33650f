create table organisation (
  id uuid primary key,
  parent_id uuid references organisation,
  kind text not null check (kind in ('committee', 'working_committee', 'party_group', 'general_branch', 'branch', 'cell', 'unit', 'department')),
  name text not null check (name <> ''),
  level smallint not null check (level between 1 and 8),
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table organisation is '组织：党委、党组、支部、单位、科室构成的树';
comment on column organisation.level is '层级，根为 1';
comment on column organisation.a1 is '第 1 级上级（根）；a1…a8 是从根到自己的路，自己在 a{level}，更深的为空。按一列取一棵子树，用得上索引';
comment on column organisation.position is '同级中的次序';
comment on column organisation.version is '每改一次加一；改动要说明依据哪一版';
create unique index organisation_name on organisation (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name);
create index organisation_children on organisation (parent_id, position, name, id);
create index organisation_a2 on organisation (a2) where a2 is not null;
create index organisation_a3 on organisation (a3) where a3 is not null;
create index organisation_a4 on organisation (a4) where a4 is not null;
create index organisation_a5 on organisation (a5) where a5 is not null;
create index organisation_a6 on organisation (a6) where a6 is not null;
create index organisation_a7 on organisation (a7) where a7 is not null;

create table person (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (name <> ''),
  position text not null default '',
  email text not null default '',
  is_party_member boolean not null default true,
  left_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table person is '人员。只记工作需要的：姓名、职务、邮箱、是否党员';
comment on column person.left_at is '何时离开；离开的人不再出现在名单里，过去的记录仍指向他';
create index person_of_organisation on person (organisation_id, name, id) where left_at is null;

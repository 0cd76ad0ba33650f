-- Who is what in which body, from when to when. What follows from it (who was due to come, who leads what, who lives in which
-- branch) is never stored.
create table post (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  a1 uuid not null,
  a2 uuid,
  a3 uuid,
  a4 uuid,
  a5 uuid,
  a6 uuid,
  a7 uuid,
  a8 uuid,
  person_id uuid not null references person,
  role text not null check (role in ('head', 'deputy', 'member', 'discipline', 'secretary', 'deputy_secretary', 'committee_member', 'party_member', 'probationary', 'observer')),
  leads uuid[] not null default '{}',
  branch_id uuid references organisation,
  caption text not null default '',
  seat integer not null default 1 check (seat between 1 and 999),
  from_on date not null,
  to_on date check (to_on >= from_on),
  withdrawn_on date,
  withdrawn_reason text not null default '' check ((withdrawn_on is null) = (withdrawn_reason = '')),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table post is '任职：谁在哪个组织任什么职、从何时到何时、分管哪些单位、在哪个支部过组织生活。应到、班子成员、谈话对子都由它推出，不另存';
comment on column post.organisation_id is '任职的组织：党组、党委、支部等';
comment on column post.a1 is 'a1…a8 与组织的相同：按一列取一棵子树';
comment on column post.role is '职务的种类：head 主要负责人，deputy 副职，member 班子其他成员，discipline 纪检负责人，secretary 支部书记，deputy_secretary 支部副书记，committee_member 支委，party_member 党员，probationary 预备党员，observer 列席';
comment on column post.leads is '分管的单位、科室';
comment on column post.branch_id is '在哪个支部过组织生活；支部里的任职不必写';
comment on column post.caption is '职务的全称，印在分工表上';
comment on column post.seat is '同一职务里的次序，小的在前，分工表照这个次序印';
comment on column post.to_on is '最后一天；空为现任';
comment on column post.withdrawn_on is '录错了，何时撤回；撤回的不算任过职，原因必填';
create index post_of_body on post (organisation_id, from_on, id) where withdrawn_on is null;
create index post_of_person on post (person_id, from_on, id) where withdrawn_on is null;
create index post_in_branch on post (branch_id) where branch_id is not null and withdrawn_on is null;
create index post_leading on post using gin (leads) where withdrawn_on is null;
create index post_a2 on post (a2) where a2 is not null;
create index post_a3 on post (a3) where a3 is not null;
create index post_a4 on post (a4) where a4 is not null;
create index post_a5 on post (a5) where a5 is not null;
create index post_a6 on post (a6) where a6 is not null;
create index post_a7 on post (a7) where a7 is not null;
comment on column post.person_id is '任职的人';
comment on column post.from_on is '任职的第一天';
comment on column post.withdrawn_reason is '为什么撤回';

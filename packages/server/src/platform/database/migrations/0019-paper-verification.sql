-- Where nobody is left who may approve, the superior verifies on paper: one person files it, another confirms it.
create table paper_verification (
  id uuid primary key,
  problem_id uuid not null references problem,
  evidence_id uuid not null references evidence,
  authority text not null,
  signed_by text not null,
  filed_by uuid not null references account,
  filed_at timestamptz not null,
  is_accepted boolean,
  opinion text not null default '',
  first_level integer,
  levels integer,
  decided_by uuid references account,
  decided_at timestamptz,
  check ((decided_at is null) = (is_accepted is null)),
  check (decided_by <> filed_by or not is_accepted)
);
comment on table paper_verification is '上级书面核验：本单位没有人能审批时，上级签字的核验意见，一人登记、另一人确认';
comment on column paper_verification.evidence_id is '签字的原件，作为佐证材料存着';
comment on column paper_verification.authority is '核验的上级单位';
comment on column paper_verification.signed_by is '签字的人';
comment on column paper_verification.filed_by is '谁登记的';
comment on column paper_verification.filed_at is '什么时候登记的';
comment on column paper_verification.decided_by is '谁决定的：确认的不能是登记的人';
comment on column paper_verification.decided_at is '什么时候决定的';
comment on column paper_verification.is_accepted is '确认了还是没有确认；空为还没有决定';
comment on column paper_verification.opinion is '确认的人怎么核对的，或者为什么不确认';
comment on column paper_verification.first_level is '确认后代替审批的第几级起，从 0 数';
comment on column paper_verification.levels is '代替几级；申请撤回、退回以后为 0';
create unique index paper_verification_pending on paper_verification (problem_id) where decided_at is null;
create index paper_verification_of_problem on paper_verification (problem_id, filed_at);

alter table problem
  drop constraint problem_state_check,
  add constraint problem_state_check check (state in ('registered', 'assigned', 'rectifying', 'strike_off_requested', 'unit_confirmed', 'closure_claimed', 'struck_off', 'struck_off_on_paper', 'closed_on_import', 'relapsed', 'superseded'));
drop index problem_look_back;
create index problem_look_back on problem (look_back_on)
  where state in ('struck_off', 'struck_off_on_paper', 'closed_on_import') and proved_on is null;

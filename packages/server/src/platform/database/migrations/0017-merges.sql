-- A problem becomes part of another as two people want it: one asks, another with the right to approve both decides.
alter table problem
  add column merge_into uuid references problem,
  add column merge_asked_by uuid references account;
comment on column problem.merge_into is '申请并入的问题，等待另一个人决定';
comment on column problem.merge_asked_by is '谁申请并入';

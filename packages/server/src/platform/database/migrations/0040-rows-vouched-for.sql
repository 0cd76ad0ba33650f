-- The event an act leaves also says what the problem was from then on, so that a row changed in the database alone is found.
alter table problem_event add column row_hash text;
comment on column problem_event.row_hash is '这次操作以后问题各栏的摘要（SM3），核验时与现在的对照；有这一列以前的为空';

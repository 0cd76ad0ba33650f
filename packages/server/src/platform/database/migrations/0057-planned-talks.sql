-- A talk that two people are still to have is the record it will become, in a state of its own.
alter table record drop constraint record_state_check;
alter table record add constraint record_state_check check (state in ('draft', 'planned', 'kept'));
comment on column record.state is 'draft 还没有确认，只有录入的人看得见；planned 约定了还没有谈的谈心谈话，on_day 是期限；kept 已确认';
-- The talks a body has planned stand beside its gaps, whatever the year.
create index record_planned on record (organisation_id) where state = 'planned' and withdrawn_on is null;

-- What is found is for each feature to say.
alter table search_entry drop constraint search_entry_kind_check;

-- 我的记录: everything held about a person is found without reading every row.
create index problem_led on problem (lead_id, registered_on desc, id desc) where lead_id is not null;
create index problem_handled on problem (handler_id, registered_on desc, id desc) where handler_id is not null;
create index progress_of_account on progress (account_id, at desc) where account_id is not null;
create index evidence_of_account on evidence (account_id, at desc) where account_id is not null;
create index problem_event_of_account on problem_event (account_id, at desc) where account_id is not null;
create index notice_of_issuer on notice (issued_by, issued_on desc);
create index notice_of_answerer on notice (answered_by, answered_on desc) where answered_by is not null;

-- What is kept is not trusted for ever: each file is compared with its hash, and the outcome is kept.
alter table stored_file
  add column state text not null default 'whole' check (state in ('whole', 'damaged', 'missing')),
  add column checked_at timestamptz not null default now();
comment on column stored_file.state is '最近一次核对的结果：whole 完好，damaged 与登记时的指纹不符，missing 不在了';
comment on column stored_file.checked_at is '最近一次核对的时间';
create index stored_file_damaged on stored_file (hash) where state <> 'whole';
create index evidence_of_file on evidence (file_hash);

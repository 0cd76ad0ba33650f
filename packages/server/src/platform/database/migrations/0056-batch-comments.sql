comment on column paper_batch.at is '什么时候放进来的';
comment on column paper_batch_file.batch_id is '哪一批的';
comment on column paper_batch_file.at is '什么时候存好的';

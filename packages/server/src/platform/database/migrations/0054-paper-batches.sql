-- Files handed in together wait, kept and read, until somebody has said what each of them is.
create table paper_batch (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  at timestamptz not null
);
comment on table paper_batch is '一次放进来的许多文件，还没有成为文稿；只有放进来的人看得见';
comment on column paper_batch.organisation_id is '哪个单位的文稿';
comment on column paper_batch.account_id is '谁放进来的';
create index paper_batch_of_account on paper_batch (account_id, id);
create index paper_batch_of_organisation on paper_batch (organisation_id);

create table paper_batch_file (
  id uuid primary key,
  batch_id uuid not null references paper_batch on delete cascade,
  name text not null,
  path text not null,
  file_hash text references stored_file,
  state text not null check (state in ('waiting', 'read', 'unreadable', 'double', 'entered', 'left')),
  message text not null default '',
  read jsonb,
  person_id uuid references person,
  paper_id uuid references paper,
  at timestamptz not null,
  constraint paper_batch_file_entered_is_a_paper check ((state = 'entered') = (paper_id is not null))
);
comment on table paper_batch_file is '一批里的一个文件：存好了，读出了什么，成了哪份文稿';
comment on column paper_batch_file.path is '在文件夹、压缩包里的位置';
comment on column paper_batch_file.file_hash is '存好的文件；格式不能用、没有存的为空';
comment on column paper_batch_file.state is 'waiting 存好了还没有读，read 读好了，unreadable 读不出，double 和别的一样，entered 已经交来，left 不交';
comment on column paper_batch_file.message is '读不出的原因，和哪个一样';
comment on column paper_batch_file.read is '引擎读出的种类、标题、各有多少';
comment on column paper_batch_file.person_id is '读出来是谁的';
comment on column paper_batch_file.paper_id is '交来以后是哪份文稿';
create index paper_batch_file_of_batch on paper_batch_file (batch_id, id);
create index paper_batch_file_of_hash on paper_batch_file (file_hash) where file_hash is not null;
create index paper_batch_file_of_person on paper_batch_file (person_id) where person_id is not null;
create index paper_batch_file_of_paper on paper_batch_file (paper_id) where paper_id is not null;

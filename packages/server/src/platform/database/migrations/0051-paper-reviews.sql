-- What the engine found in a version of a paper, kept beside it: whoever opens it sees what was found then, by which rules.
create table paper_review (
  paper_version_id uuid primary key references paper_version,
  rules text not null,
  document jsonb not null,
  findings jsonb not null,
  reviewed_at timestamptz not null
);
comment on table paper_review is '引擎对一版文稿的审核：读出的文字和意见。规则变了可以重新审核';
comment on column paper_review.paper_version_id is '哪一版文稿';
comment on column paper_review.rules is '审核用的全部规则的指纹；与现在的不同，就是规则变了';
comment on column paper_review.document is '读出的文字和结构，页面照它画';
comment on column paper_review.findings is '意见，按在文中的先后';
comment on column paper_review.reviewed_at is '何时审核';

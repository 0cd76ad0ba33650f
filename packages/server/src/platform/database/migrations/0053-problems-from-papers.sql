-- Problems registered from a paper come together, as those of an imported list do, and are taken back together.
alter table ledger_import add column paper_version_id uuid references paper_version;
comment on column ledger_import.paper_version_id is '不是导入文件、而是从文稿的这一版登记的；空为导入文件';
create index ledger_import_of_paper_version on ledger_import (paper_version_id) where paper_version_id is not null;

alter table origin add column import_id uuid references ledger_import;
comment on column origin.import_id is '哪一次登记给原有的问题加上的，撤销那次登记时去掉；空为单独指出的，或者与问题一起登记的';
create index origin_of_import on origin (import_id) where import_id is not null;

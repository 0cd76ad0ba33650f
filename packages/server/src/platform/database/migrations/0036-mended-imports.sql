-- A file to be imported is read again when somebody types one of its cells anew on the screen, or leaves out a row.
alter table import_draft add column file bytea;
comment on column import_draft.file is '上传的原件，确认以前在页面上改格子、跳过行时重新读；不在页面上改的导入为空，确认后清空';

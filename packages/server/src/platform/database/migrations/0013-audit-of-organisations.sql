-- A bureau's auditor reads the log of his own organisations only.
create index audit_entry_organisation on audit_entry (organisation_id, number);

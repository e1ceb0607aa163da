--liquibase formatted sql
--changeset plenary:025-audit-origin
alter table control.audit_entry add column network varchar(64);
alter table control.audit_entry add column changes jsonb;
create index audit_entry_subject on control.audit_entry (subject, id);

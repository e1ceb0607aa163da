--liquibase formatted sql
--changeset plenary:035-audit-origin
alter table audit_entry add column network varchar(64);
alter table audit_entry add column changes jsonb;

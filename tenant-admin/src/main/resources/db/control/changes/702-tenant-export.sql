--liquibase formatted sql
--changeset plenary:702-tenant-export
alter table control.tenant_deletion
    add column status_before text not null default 'ACTIVE',
    add column exported_at timestamptz,
    add column archive_bytes bigint,
    add column failures int not null default 0,
    add column erased_at timestamptz,
    add column files_erased_at timestamptz;
comment on column control.tenant_deletion.status_before is 'what the tenant goes back to when it is had back';
comment on column control.tenant_deletion.archive_bytes is 'null for a tenant that had no schema to export';

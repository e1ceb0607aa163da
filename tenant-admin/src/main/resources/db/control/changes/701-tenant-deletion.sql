--liquibase formatted sql
--changeset plenary:701-tenant-deletion
create table control.tenant_deletion (
    tenant_id uuid not null,
    requested_by text not null,
    requested_at timestamptz not null,
    erase_after timestamptz not null,
    constraint tenant_deletion_pk primary key (tenant_id)
);
comment on table control.tenant_deletion is 'tenants whose deletion was asked for; they are suspended until they are erased';

--liquibase formatted sql
--changeset plenary:722-tenant-backup
create table control.tenant_backup (
    id uuid not null,
    tenant_id uuid not null,
    slug varchar(63) not null,
    name text not null,
    known jsonb not null,
    schema_version varchar(20) not null,
    made_at timestamptz not null,
    keep_until timestamptz not null,
    reason varchar(20) not null,
    bytes bigint not null,
    row_count bigint not null,
    file_count int not null,
    sealed_key varchar(200) not null,
    constraint tenant_backup_pkey primary key (id)
);
comment on table control.tenant_backup is 'archives of single tenants; without the key here, which is sealed, an archive cannot be read, so that it is gone as soon as its row is';
comment on column control.tenant_backup.known is 'what the platform knew of the tenant, to have back one that is gone';
create index tenant_backup_of_tenant on control.tenant_backup (tenant_id, made_at);
create index tenant_backup_until on control.tenant_backup (keep_until);

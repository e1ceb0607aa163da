--liquibase formatted sql
--changeset plenary:036-tenant-migration
create table control.tenant_migration (
    tenant_id uuid not null,
    fresh boolean not null,
    asked_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    error varchar(500),
    failures int not null default 0,
    constraint tenant_migration_pkey primary key (tenant_id),
    constraint tenant_migration_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.tenant_migration is 'the last time that the schema of each tenant was made or upgraded';

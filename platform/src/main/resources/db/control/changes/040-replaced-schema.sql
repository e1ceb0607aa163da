--liquibase formatted sql
--changeset plenary:040-replaced-schema
alter table control.tenant add column generation int not null default 0;
comment on column control.tenant.generation is 'how often its schema was replaced by one from a backup; what is older elsewhere does not count';
create table control.replaced_schema (
    schema_name text not null,
    tenant_id uuid not null,
    noted_at timestamptz not null,
    drop_after timestamptz not null,
    constraint replaced_schema_pkey primary key (schema_name)
);
comment on table control.replaced_schema is 'schemas beside the one in use: being made from a backup, or kept for some days after one was put in their place';
create index replaced_schema_tenant on control.replaced_schema (tenant_id);

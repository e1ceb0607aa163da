--liquibase formatted sql
--changeset plenary:001-tenant
create table control.tenant (
    id uuid not null,
    slug text not null,
    schema_name text not null,
    name text not null,
    country char(2) not null,
    locale text not null,
    time_zone text not null,
    status text not null,
    status_reason text,
    plan text not null,
    branding jsonb not null,
    schema_version text,
    created_at timestamptz not null,
    constraint tenant_pk primary key (id),
    constraint tenant_slug_unique unique (slug),
    constraint tenant_schema_unique unique (schema_name)
);

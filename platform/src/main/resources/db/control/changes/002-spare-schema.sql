--liquibase formatted sql
--changeset plenary:002-spare-schema
create table control.spare_schema (
    schema_name text not null,
    schema_version text not null,
    created_at timestamptz not null,
    constraint spare_schema_pk primary key (schema_name)
);

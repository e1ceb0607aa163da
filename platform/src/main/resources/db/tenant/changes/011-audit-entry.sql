--liquibase formatted sql
--changeset plenary:011-audit-entry
create table audit_entry (
    id uuid not null,
    at timestamptz not null,
    caller varchar(100) not null,
    caller_name varchar(200) not null,
    action varchar(100) not null,
    subject varchar(200) not null,
    details jsonb not null,
    constraint audit_entry_pkey primary key (id)
);

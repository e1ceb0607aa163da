--liquibase formatted sql
--changeset plenary:005-idempotency
create table control.idempotency_record (
    scope text not null,
    key text not null,
    fingerprint text not null,
    status int,
    content_type text,
    location text,
    body bytea,
    created_at timestamptz not null,
    constraint idempotency_record_pk primary key (scope, key)
);
create index idempotency_record_created_at_idx on control.idempotency_record (created_at);

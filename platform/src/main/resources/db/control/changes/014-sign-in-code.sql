--liquibase formatted sql
--changeset plenary:014-sign-in-code
create table control.sign_in_code (
    code_hash varchar(64) not null,
    id uuid not null,
    client_id varchar(64) not null,
    account_id uuid not null,
    request jsonb not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    constraint sign_in_code_pkey primary key (code_hash)
);
create index sign_in_code_expiry_idx on control.sign_in_code (expires_at);

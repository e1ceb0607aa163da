--liquibase formatted sql
--changeset plenary:600-connected-account
create table control.connected_account (
    tenant_id uuid not null,
    account_id varchar(64) not null,
    charges_enabled boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint connected_account_pk primary key (tenant_id),
    constraint connected_account_account_id_key unique (account_id)
);
comment on table control.connected_account is 'each organization takes money on an account of its own';

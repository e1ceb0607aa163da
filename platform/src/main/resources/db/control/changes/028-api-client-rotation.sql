--liquibase formatted sql
--changeset plenary:028-api-client-rotation
alter table control.api_client
    add column description varchar(200) not null default '',
    add column last_day date,
    add column ends_at timestamptz,
    add column secret_at timestamptz,
    add column former_secret_hash varchar(64),
    add column former_until timestamptz,
    add column generation integer not null default 0;

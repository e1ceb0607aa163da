--liquibase formatted sql
--changeset plenary:013-platform-secret
create table control.platform_secret (
    name varchar(64) not null,
    value text not null,
    created_at timestamptz not null,
    constraint platform_secret_pkey primary key (name)
);

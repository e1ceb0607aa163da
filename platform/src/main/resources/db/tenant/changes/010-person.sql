--liquibase formatted sql
--changeset plenary:010-person
create table person (
    id uuid not null,
    account_id uuid not null,
    email varchar(254) not null,
    name varchar(200) not null,
    role varchar(32) not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint person_pkey primary key (id),
    constraint person_account_key unique (account_id)
);

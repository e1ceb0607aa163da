--liquibase formatted sql
--changeset plenary:010-account
create table control.account (
    id uuid not null,
    email varchar(254) not null,
    name varchar(200) not null,
    password_hash varchar(200),
    verified boolean not null,
    operator boolean not null,
    vouched_by uuid,
    link_hash varchar(64),
    link_expires_at timestamptz,
    created_at timestamptz not null,
    constraint account_pkey primary key (id),
    constraint account_email_key unique (email),
    constraint account_email_check check (email = lower(email))
);
comment on column control.account.vouched_by is 'the tenant that made it for somebody who has not confirmed the address yet: valid there alone';
create unique index account_link_idx on control.account (link_hash) where link_hash is not null;

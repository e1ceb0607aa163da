--liquibase formatted sql
--changeset plenary:016-password-reset
create table control.password_reset (
    id uuid not null,
    email varchar(254) not null,
    locale varchar(35) not null,
    secret_hash varchar(64),
    expires_at timestamptz not null,
    constraint password_reset_pkey primary key (id)
);
comment on table control.password_reset is 'somebody forgot a password; rows of addresses that have no account go as soon as that is seen';
create unique index password_reset_secret_idx on control.password_reset (secret_hash) where secret_hash is not null;
create index password_reset_expiry_idx on control.password_reset (expires_at);

--liquibase formatted sql
--changeset plenary:700-signup
create table control.signup (
    id uuid not null,
    status text not null,
    problem text,
    step text not null,
    slug text not null,
    name text not null,
    country char(2) not null,
    locale text not null,
    time_zone text not null,
    plan text not null,
    owner_name text not null,
    owner_email text not null,
    password_hash text,
    secret_hash text not null,
    code_key bytea not null,
    codes_sent int not null,
    wrong_codes int not null,
    failures int not null,
    tenant_id uuid,
    account_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    verified_at timestamptz,
    ready_at timestamptz,
    entered_at timestamptz,
    client_issued_at timestamptz,
    constraint signup_pk primary key (id)
);
comment on column control.signup.password_hash is 'taken away as soon as the account has it, or the sign-up has failed';
create unique index signup_open_slug on control.signup (slug) where status in ('VERIFYING_EMAIL', 'PROVISIONING');
create index signup_tenant on control.signup (tenant_id);
create index signup_expiry on control.signup (status, expires_at);

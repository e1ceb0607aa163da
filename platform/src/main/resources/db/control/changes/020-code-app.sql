--liquibase formatted sql
--changeset plenary:020-code-app
create table control.code_app (
    account_id uuid not null,
    sealed_secret varchar(200) not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint,
    constraint code_app_pkey primary key (account_id),
    constraint code_app_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.code_app is 'what makes the one-time codes of an account (RFC 6238); not asked for until it is confirmed by a code';
comment on column control.code_app.last_step is 'the time step of the last code that was used: it and those before are refused';
create table control.recovery_code (
    account_id uuid not null,
    code_hash varchar(64) not null,
    used_at timestamptz,
    constraint recovery_code_pkey primary key (account_id, code_hash),
    constraint recovery_code_account_fk foreign key (account_id) references control.account on delete cascade
);

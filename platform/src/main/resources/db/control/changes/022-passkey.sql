--liquibase formatted sql
--changeset plenary:022-passkey
create table control.passkey (
    id uuid not null,
    account_id uuid not null,
    credential_id varchar(1400) not null,
    name varchar(100) not null,
    public_key bytea not null,
    attestation bytea not null,
    client_data bytea not null,
    signature_count bigint not null,
    user_verified boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    transports varchar(200) not null,
    created_at timestamptz not null,
    used_at timestamptz,
    constraint passkey_pkey primary key (id),
    constraint passkey_credential_key unique (credential_id),
    constraint passkey_account_fk foreign key (account_id) references control.account on delete cascade
);
create index passkey_account_idx on control.passkey (account_id);

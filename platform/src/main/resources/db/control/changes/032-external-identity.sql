--liquibase formatted sql
--changeset plenary:032-external-identity
create table control.external_identity (
    id uuid not null,
    account_id uuid not null,
    kind varchar(10) not null,
    provider_id uuid,
    issuer varchar(500) not null,
    subject varchar(255) not null,
    email varchar(254),
    linked_at timestamptz not null,
    used_at timestamptz,
    constraint external_identity_pkey primary key (id),
    constraint external_identity_key unique nulls not distinct (provider_id, issuer, subject),
    constraint external_identity_account_fk foreign key (account_id) references control.account on delete cascade,
    constraint external_identity_provider_fk foreign key (provider_id) references control.sign_in_provider on delete cascade
);
comment on column control.external_identity.provider_id is 'whose word it is: an organization''s own provider, which counts for that organization alone; null for those of the whole platform';
create index external_identity_account_idx on control.external_identity (account_id);
create table control.address_code (
    id uuid not null,
    email varchar(254) not null,
    language varchar(35) not null,
    asked_at timestamptz not null,
    wrong integer not null,
    constraint address_code_pkey primary key (id)
);
comment on table control.address_code is 'a code was mailed to an address; it follows from the id and is not stored';

--liquibase formatted sql
--changeset plenary:703-domain-claim
create table control.domain_claim (
    tenant_id uuid not null,
    name varchar(253) not null,
    token varchar(64) not null,
    claimed_at timestamptz not null,
    proved_at timestamptz,
    checked_at timestamptz,
    missing_since timestamptz,
    constraint domain_claim_pkey primary key (tenant_id),
    constraint domain_claim_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.domain_claim is 'the host that a tenant says is its own, and whether its DNS says so too';

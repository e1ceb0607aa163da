--liquibase formatted sql
--changeset plenary:031-sign-in-provider
create table control.sign_in_provider (
    id uuid not null,
    tenant_id uuid not null,
    kind varchar(10) not null,
    name varchar(60) not null,
    issuer varchar(500),
    client_id varchar(300),
    sealed_secret varchar(1000),
    domains varchar(2000) not null,
    active boolean not null,
    version bigint not null,
    constraint sign_in_provider_pkey primary key (id),
    constraint sign_in_provider_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);
comment on table control.sign_in_provider is 'who else may tell an organization who somebody is; kind GOOGLE and ORCID have their client from the operator''s configuration';
create index sign_in_provider_tenant_idx on control.sign_in_provider (tenant_id);
create unique index sign_in_provider_shared_idx on control.sign_in_provider (tenant_id, kind) where kind <> 'OWN';
create table control.sign_in_policy (
    tenant_id uuid not null,
    providers_only boolean not null,
    constraint sign_in_policy_pkey primary key (tenant_id),
    constraint sign_in_policy_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);

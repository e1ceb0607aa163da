--liquibase formatted sql
--changeset plenary:704-terms
create table control.terms (
    version int not null,
    texts jsonb not null,
    published_at timestamptz not null,
    published_by varchar(200) not null,
    constraint terms_pkey primary key (version)
);
comment on table control.terms is 'terms of use as they were published; never changed, a new version follows';
create table control.terms_acceptance (
    tenant_id uuid not null,
    version int not null,
    accepted_at timestamptz not null,
    account_id uuid not null,
    name varchar(200) not null,
    constraint terms_acceptance_pkey primary key (tenant_id, version),
    constraint terms_acceptance_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade,
    constraint terms_acceptance_terms_fkey foreign key (version) references control.terms (version)
);
alter table control.signup add column accepted_terms int;

--liquibase formatted sql
--changeset plenary:026-support-access
create table control.support_access (
    id uuid not null,
    tenant_id uuid not null,
    account_id uuid not null,
    name varchar(200) not null,
    reason varchar(500) not null,
    begun_at timestamptz not null,
    ends_at timestamptz not null,
    ended_by varchar(200),
    constraint support_access_pkey primary key (id),
    constraint support_access_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
create index support_access_tenant on control.support_access (tenant_id, begun_at);
comment on table control.support_access is 'when an operator may look into an organization, and why; what was looked at is in its audit trail';

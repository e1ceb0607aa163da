--liquibase formatted sql
--changeset plenary:011-account-tenant
create table control.account_tenant (
    account_id uuid not null,
    tenant_id uuid not null,
    constraint account_tenant_pkey primary key (account_id, tenant_id),
    constraint account_tenant_account_fk foreign key (account_id) references control.account on delete cascade,
    constraint account_tenant_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);

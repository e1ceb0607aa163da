--liquibase formatted sql
--changeset plenary:027-webhook-due
create table control.webhook_due (
    tenant_id uuid not null,
    endpoint_id uuid not null,
    due_at timestamptz not null,
    leased_until timestamptz,
    constraint webhook_due_pkey primary key (tenant_id, endpoint_id),
    constraint webhook_due_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);
create index webhook_due_at_idx on control.webhook_due (due_at);

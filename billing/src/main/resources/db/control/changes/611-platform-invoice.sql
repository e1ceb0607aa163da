--liquibase formatted sql
--changeset plenary:611-platform-invoice
create table control.platform_invoice (
    invoice_id varchar(64) not null,
    tenant_id uuid not null,
    number varchar(64),
    status varchar(20) not null,
    currency char(3) not null,
    due_minor bigint not null,
    paid_minor bigint not null,
    issued_at timestamptz not null,
    paid_at timestamptz,
    page varchar(1000),
    pdf varchar(1000),
    constraint platform_invoice_pk primary key (invoice_id)
);
comment on table control.platform_invoice is 'invoices that Stripe issues to organizations in the platform''s name; kept when an organization is gone';
create index platform_invoice_tenant_idx on control.platform_invoice (tenant_id, issued_at);
create index platform_invoice_paid_idx on control.platform_invoice (paid_at) where paid_at is not null;

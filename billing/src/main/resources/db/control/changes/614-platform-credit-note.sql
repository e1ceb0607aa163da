--liquibase formatted sql
--changeset plenary:614-platform-credit-note
create table control.platform_credit_note (
    credit_note_id varchar(64) not null,
    invoice_id varchar(64) not null,
    tenant_id uuid not null,
    number varchar(64) not null,
    status varchar(20) not null,
    currency char(3) not null,
    total_minor bigint not null,
    tax_minor bigint not null,
    returned_minor bigint not null,
    reason varchar(40),
    memo varchar(500),
    issued_at timestamptz not null,
    pdf varchar(1000),
    constraint platform_credit_note_pk primary key (credit_note_id)
);
comment on table control.platform_credit_note is 'what the platform took back of its invoices, as Stripe shows it; kept when an organization is gone';
create index platform_credit_note_tenant_idx on control.platform_credit_note (tenant_id, issued_at);
create index platform_credit_note_invoice_idx on control.platform_credit_note (invoice_id);

--liquibase formatted sql
--changeset plenary:720-deletion-certificate
alter table control.tenant_deletion
    add column asked_by text not null default 'operator',
    add column asker_name varchar(200),
    add column inventory jsonb,
    add column certified_at timestamptz;
comment on column control.tenant_deletion.asked_by is 'operator or owner; what an operator began no owner takes back';
comment on column control.tenant_deletion.inventory is 'what there was, and whom to tell; gone as soon as the certificate is issued';
create sequence control.deletion_certificate_number;
create table control.deletion_certificate (
    number varchar(20) not null,
    tenant_id uuid not null,
    issued_at timestamptz not null,
    facts jsonb not null,
    recipients jsonb,
    restored_at timestamptz,
    constraint deletion_certificate_pkey primary key (number)
);
comment on table control.deletion_certificate is 'what was erased of an organization, when, and by whose wish; its code follows from the number and is not stored';
comment on column control.deletion_certificate.recipients is 'who was an owner at the end; null once they have it by mail';
create index deletion_certificate_tenant on control.deletion_certificate (tenant_id);

--liquibase formatted sql
--changeset plenary:609-dunning
create index ledger_entry_receivables_idx on ledger_entry (reference) include (currency, debit, credit, source, key, booked_at)
    where account = 'receivables';

create table dunning_setting (
    id smallint not null,
    levels jsonb not null,
    constraint dunning_setting_pkey primary key (id),
    constraint dunning_setting_one check (id = 1)
);
create table dunning_notice (
    document uuid not null,
    level smallint not null,
    reference varchar(100) not null,
    amount bigint not null,
    currency char(3) not null,
    sent_at timestamptz not null,
    sent_by varchar(200),
    constraint dunning_notice_pkey primary key (document, level)
);
comment on column dunning_notice.sent_by is 'who sent it by hand; null for what went out by itself';
create index dunning_notice_reference_idx on dunning_notice (reference);
create table dunning_stop (
    reference varchar(100) not null,
    stopped_by varchar(200) not null,
    stopped_at timestamptz not null,
    constraint dunning_stop_pkey primary key (reference)
);
create table write_off (
    id uuid not null,
    reference varchar(100) not null,
    subject uuid,
    amount bigint not null,
    taken_back bigint not null default 0,
    currency char(3) not null,
    reason varchar(500) not null,
    written_by varchar(200) not null,
    written_at timestamptz not null,
    undone_by varchar(200),
    undone_at timestamptz,
    constraint write_off_pkey primary key (id),
    constraint write_off_amount_positive check (amount > 0),
    constraint write_off_taken_back_within check (taken_back >= 0 and taken_back <= amount)
);
comment on column write_off.id is 'of the form that it was written on, so that a form sent twice writes off once';
comment on column write_off.taken_back is 'of the amount: paid after all, or undone';
create index write_off_reference_idx on write_off (reference);
create index invoice_organization_idx on invoice (lower(snapshot #>> '{billed_to,organization}')) where kind = 'INVOICE';
create index invoice_email_idx on invoice (lower(snapshot #>> '{billed_to,email}')) where kind = 'INVOICE';
create index invoice_reference_idx on invoice ((snapshot ->> 'reference'));

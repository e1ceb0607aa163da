--liquibase formatted sql
--changeset plenary:603-invoice
create table invoice_series (
    conference_id uuid not null,
    kind varchar(20) not null,
    prefix varchar(60) not null,
    next bigint not null,
    constraint invoice_series_pkey primary key (conference_id, kind)
);
create table invoice (
    id uuid not null,
    kind varchar(20) not null,
    number varchar(80) not null,
    subject uuid not null,
    conference_id uuid not null,
    snapshot jsonb not null,
    total bigint not null,
    currency char(3) not null,
    issued_at timestamptz not null,
    constraint invoice_pkey primary key (id),
    constraint invoice_number_key unique (number)
);
create index invoice_subject_idx on invoice (subject);
create unique index invoice_one_per_subject_idx on invoice (subject) where kind = 'INVOICE';

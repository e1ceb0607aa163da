--liquibase formatted sql
--changeset plenary:604-desk-payment
create table desk_payment (
    id uuid not null,
    key uuid not null,
    subject uuid not null,
    conference_id uuid not null,
    reference varchar(100) not null,
    number varchar(80) not null,
    method varchar(20) not null,
    proof varchar(100),
    amount bigint not null,
    refunded bigint not null default 0,
    currency char(3) not null,
    cashier_id varchar(100) not null,
    cashier varchar(200) not null,
    taken_at timestamptz not null,
    voided_at timestamptz,
    voided_by_id varchar(100),
    voided_by varchar(200),
    void_reason varchar(500),
    constraint desk_payment_pkey primary key (id),
    constraint desk_payment_key_key unique (key),
    constraint desk_payment_amount_positive check (amount > 0),
    constraint desk_payment_refunded_within check (refunded >= 0 and refunded <= amount)
);
comment on column desk_payment.key is 'of the form that it was written on, so that a form sent twice takes money once';
create index desk_payment_subject_idx on desk_payment (subject);
create index desk_payment_conference_idx on desk_payment (conference_id, taken_at);
create table desk_refund (
    id uuid not null,
    payment_id uuid not null,
    key varchar(200) not null,
    amount bigint not null,
    currency char(3) not null,
    reason varchar(200) not null,
    owed_at timestamptz not null,
    handed_at timestamptz,
    handed_by_id varchar(100),
    handed_by varchar(200),
    constraint desk_refund_pkey primary key (id),
    constraint desk_refund_key_key unique (key, payment_id),
    constraint desk_refund_payment_fk foreign key (payment_id) references desk_payment (id),
    constraint desk_refund_amount_positive check (amount > 0)
);
create index desk_refund_payment_idx on desk_refund (payment_id);
alter table invoice add column void_reason varchar(500);
comment on column invoice.void_reason is 'of a receipt that was written by mistake; the document stays and says so';

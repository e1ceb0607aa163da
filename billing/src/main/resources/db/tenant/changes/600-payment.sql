--liquibase formatted sql
--changeset plenary:600-payment
create table payment (
    id uuid not null,
    subject uuid not null,
    reference varchar(100) not null,
    attempt int not null,
    status varchar(20) not null,
    amount bigint not null,
    refunded bigint not null default 0,
    currency char(3) not null,
    confirmed boolean not null default false,
    closing boolean not null default false,
    fee_booked boolean not null default false,
    account_id varchar(64) not null,
    session_id varchar(255),
    intent_id varchar(255),
    charge_id varchar(255),
    url text,
    request jsonb,
    expires_at timestamptz not null,
    failure varchar(300),
    paid_with varchar(100),
    created_at timestamptz not null,
    paid_at timestamptz,
    constraint payment_pkey primary key (id)
);
comment on column payment.confirmed is 'whether the subject was told of the money; a duplicate never is';
comment on column payment.closing is 'we end it ourselves, so its end is no news to anybody';
comment on column payment.request is 'what was asked, kept until the page is open so that the same can be asked again';
create index payment_subject_idx on payment (subject);
create unique index payment_open_idx on payment (subject) where status in ('OPEN', 'PROCESSING');
create index payment_intent_idx on payment (intent_id) where intent_id is not null;

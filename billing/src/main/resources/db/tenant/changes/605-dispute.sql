--liquibase formatted sql
--changeset plenary:605-dispute
create table dispute (
    id uuid not null,
    stripe_id varchar(100) not null,
    account_id varchar(64) not null,
    payment_id uuid not null,
    subject uuid not null,
    reference varchar(100) not null,
    amount bigint not null,
    currency char(3) not null,
    fee bigint not null,
    reason varchar(60) not null,
    status varchar(40) not null,
    due_by timestamptz,
    opened_at timestamptz not null,
    closed_at timestamptz,
    own_words varchar(5000),
    answer varchar(20),
    answered_at timestamptz,
    answered_by varchar(200),
    constraint dispute_pkey primary key (id),
    constraint dispute_stripe_id_key unique (stripe_id),
    constraint dispute_payment_fk foreign key (payment_id) references payment (id)
);
comment on column dispute.answer is 'evidence or accepted: written down before Stripe is told';
create index dispute_subject_idx on dispute (subject);
create index dispute_payment_idx on dispute (payment_id);

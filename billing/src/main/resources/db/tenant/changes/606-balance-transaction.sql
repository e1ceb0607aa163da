--liquibase formatted sql
--changeset plenary:606-balance-transaction
create table balance_transaction (
    id varchar(100) not null,
    account_id varchar(64) not null,
    type varchar(60) not null,
    source varchar(100) not null,
    amount bigint not null,
    fee bigint not null,
    net bigint not null,
    currency char(3) not null,
    created_at timestamptz not null,
    constraint balance_transaction_pkey primary key (id)
);
comment on table balance_transaction is 'what Stripe says that it moved on the organization''s account; amounts in minor units';
comment on column balance_transaction.source is 'the charge, refund, payout or dispute that it is of; its own id when there is none';
create index balance_transaction_created_at_idx on balance_transaction (account_id, created_at);
create table balance_reading (
    account_id varchar(64) not null,
    asked_at timestamptz not null,
    read_at timestamptz,
    failure varchar(300),
    constraint balance_reading_pkey primary key (account_id)
);
comment on table balance_reading is 'when an account was last compared with the books';

--liquibase formatted sql
--changeset plenary:601-refund
create table refund (
    id uuid not null,
    payment_id uuid not null,
    key varchar(200) not null,
    amount bigint not null,
    currency char(3) not null,
    reason varchar(200) not null,
    status varchar(20) not null,
    provider_id varchar(255),
    failure varchar(300),
    attempts int not null default 0,
    created_at timestamptz not null,
    done_at timestamptz,
    constraint refund_pkey primary key (id),
    constraint refund_key_key unique (key),
    constraint refund_payment_fk foreign key (payment_id) references payment (id)
);
create index refund_payment_idx on refund (payment_id);

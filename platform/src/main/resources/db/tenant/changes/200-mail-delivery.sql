--liquibase formatted sql
--changeset plenary:200-mail-delivery
create table mail_delivery (
    id uuid not null,
    key varchar(200) not null,
    recipient varchar(254) not null,
    subject varchar(500) not null,
    status varchar(16) not null,
    attempts integer not null,
    created_at timestamptz not null,
    tried_at timestamptz not null,
    sent_at timestamptz,
    error varchar(500),
    constraint mail_delivery_pkey primary key (id),
    constraint mail_delivery_key_key unique (key)
);

--liquibase formatted sql
--changeset plenary:608-seller
create table seller (
    id smallint not null,
    details jsonb not null,
    constraint seller_pkey primary key (id),
    constraint seller_one check (id = 1)
);
comment on table seller is 'what documents say of the organization that sells; each document keeps what it said';

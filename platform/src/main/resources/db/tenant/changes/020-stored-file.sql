--liquibase formatted sql
--changeset plenary:020-stored-file
create table stored_file (
    id uuid not null,
    name varchar(200) not null,
    type varchar(100) not null,
    size bigint not null,
    created_at timestamptz not null,
    token_hash varchar(64),
    token_expires_at timestamptz,
    redeemed_at timestamptz,
    constraint stored_file_pkey primary key (id)
);
comment on column stored_file.redeemed_at is 'when a request first named the file by its token; an upload that none names is deleted';
create unique index stored_file_token_idx on stored_file (token_hash) where token_hash is not null;

--liquibase formatted sql
--changeset plenary:019-known-device
create table control.known_device (
    account_id uuid not null,
    device_hash varchar(64) not null,
    seen_at timestamptz not null,
    constraint known_device_pkey primary key (account_id, device_hash),
    constraint known_device_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.known_device is 'browsers with which somebody has signed in before, by the hash of the mark that they keep';

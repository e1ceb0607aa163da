--liquibase formatted sql
--changeset plenary:034-account-address
create table control.account_address (
    id uuid not null,
    account_id uuid not null,
    email varchar(254) not null,
    added_at timestamptz not null,
    constraint account_address_pkey primary key (id),
    constraint account_address_email_key unique (email),
    constraint account_address_email_check check (email = lower(email)),
    constraint account_address_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.account_address is 'confirmed addresses of an account besides the one in its own row; an address is in one of the two tables once';
create index account_address_account_idx on control.account_address (account_id);
alter table control.email_change add column kind varchar(10);
comment on column control.email_change.kind is 'ADD, PRIMARY, or null for one in place of another';

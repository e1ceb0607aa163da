--liquibase formatted sql
--changeset plenary:023-email-change
create table control.email_change (
    id uuid not null,
    account_id uuid not null,
    old_email varchar(254) not null,
    new_email varchar(254) not null,
    language varchar(35) not null,
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    undone_at timestamptz,
    constraint email_change_pkey primary key (id),
    constraint email_change_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.email_change is 'somebody wants to sign in with another address; the secrets in the mailed links follow from the id and are not stored';
create index email_change_account_idx on control.email_change (account_id);

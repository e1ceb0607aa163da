--liquibase formatted sql
--changeset plenary:041-account-farewell
create table control.account_copy (
    account_id uuid not null,
    asked_at timestamptz not null,
    language varchar(35) not null,
    done int not null,
    total int not null,
    made_at timestamptz,
    sealed bytea,
    constraint account_copy_pkey primary key (account_id),
    constraint account_copy_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.account_copy is 'copies of all that is held of a person, for them alone; gone after some days';
create table control.account_deletion (
    account_id uuid not null,
    asked_at timestamptz not null,
    delete_after timestamptz not null,
    language varchar(35) not null,
    warned_at timestamptz,
    constraint account_deletion_pkey primary key (account_id),
    constraint account_deletion_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.account_deletion is 'people who want to go; until their day they can stay';
create index account_deletion_after on control.account_deletion (delete_after);

--liquibase formatted sql
--changeset plenary:602-ledger-entry
create table ledger_entry (
    id uuid not null,
    entry uuid not null,
    source varchar(40) not null,
    key varchar(255) not null,
    line smallint not null,
    account varchar(40) not null,
    debit bigint not null,
    credit bigint not null,
    currency char(3) not null,
    subject uuid,
    reference varchar(100),
    booked_at timestamptz not null,
    constraint ledger_entry_pkey primary key (id),
    constraint ledger_entry_source_key unique (source, key, line),
    constraint ledger_entry_one_side check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0))
);
comment on column ledger_entry.entry is 'the movement; debits and credits of one are equal';
create index ledger_entry_booked_at_idx on ledger_entry (booked_at, id);

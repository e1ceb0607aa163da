--liquibase formatted sql

--changeset plenary:608-dispute-fee
-- the fee is taken from the balance, which may be kept in another currency than the payment was made in
alter table dispute add column fee_currency char(3);
update dispute d set fee_currency = coalesce((
    select l.currency from ledger_entry l where l.source = 'dispute_fee' and starts_with(l.key, d.stripe_id || ':') limit 1), d.currency);
alter table dispute alter column fee_currency set not null;

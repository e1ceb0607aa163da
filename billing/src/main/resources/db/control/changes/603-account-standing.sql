--liquibase formatted sql
--changeset plenary:603-account-standing
alter table control.connected_account
    add column attempt int not null default 1,
    add column standing varchar(20) not null default 'DETAILS_MISSING',
    add column requirements jsonb not null default '[]',
    add column due_by timestamptz,
    add column disabled_reason varchar(100),
    add column read_at timestamptz;
update control.connected_account set standing = 'ACTIVE' where charges_enabled;
comment on column control.connected_account.standing is 'as Stripe showed it when it was asked last, never as an event told it';
comment on column control.connected_account.attempt is 'how many accounts the organization has had: one that was disconnected is not taken up again';

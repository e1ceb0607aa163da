--liquibase formatted sql
--changeset plenary:612-counted-delegate
create table control.counted_delegate (
    tenant_id uuid not null,
    delegate_id uuid not null,
    identifier varchar(200) not null,
    counted_at timestamptz not null,
    told_at timestamptz,
    note varchar(200),
    constraint counted_delegate_pk primary key (tenant_id, delegate_id),
    constraint counted_delegate_identifier_key unique (identifier)
);
comment on table control.counted_delegate is 'outbox of paid delegates for Stripe''s meter: each is counted once, whatever happens';
create index counted_delegate_untold_idx on control.counted_delegate (counted_at) where told_at is null;

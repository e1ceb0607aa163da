--liquibase formatted sql
--changeset plenary:601-stripe-event
create table control.stripe_event (
    endpoint varchar(20) not null,
    id varchar(100) not null,
    account varchar(64),
    type varchar(100) not null,
    object_id varchar(255),
    livemode boolean not null,
    received_at timestamptz not null,
    done_at timestamptz,
    note varchar(200),
    constraint stripe_event_pk primary key (endpoint, id)
);
comment on table control.stripe_event is 'inbox of what Stripe tells; only ids are kept, the objects are asked for again';
create index stripe_event_undone_idx on control.stripe_event (received_at) where done_at is null;

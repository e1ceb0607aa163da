--liquibase formatted sql
--changeset plenary:610-subscription
create table control.subscription (
    tenant_id uuid not null,
    customer_id varchar(64),
    subscription_id varchar(64),
    plan varchar(32) not null,
    status varchar(20) not null,
    next_plan varchar(32),
    period_start timestamptz,
    period_end timestamptz,
    ends boolean not null,
    trial_used boolean not null,
    session_id varchar(100),
    attempts int not null,
    overdue_since timestamptz,
    suspended_at timestamptz,
    version bigint not null,
    updated_at timestamptz not null,
    constraint subscription_pk primary key (tenant_id),
    constraint subscription_customer_id_key unique (customer_id),
    constraint subscription_subscription_id_key unique (subscription_id)
);
comment on table control.subscription is 'what each organization has agreed to pay the platform, as Stripe last told it';
comment on column control.subscription.attempts is 'numbers what is asked of Stripe, for idempotency keys that are known before';
comment on column control.subscription.suspended_at is 'suspended for want of payment, and not by an operator';
create index subscription_overdue_idx on control.subscription (overdue_since) where overdue_since is not null;

--liquibase formatted sql
--changeset plenary:030-webhook
create table webhook_endpoint (
    id uuid not null,
    url text not null,
    description text not null,
    events text[] not null,
    active boolean not null,
    stopped_for text,
    stopped_at timestamptz,
    failing_since timestamptz,
    last_delivered_at timestamptz,
    nonce text not null,
    former_nonce text,
    former_until timestamptz,
    created_at timestamptz not null,
    version bigint not null default 1,
    constraint webhook_endpoint_pkey primary key (id)
);

create table webhook_delivery (
    id uuid not null,
    endpoint_id uuid not null,
    type text not null,
    happening text not null,
    body text not null,
    status text not null,
    tries integer not null default 0,
    attempts jsonb not null default '[]',
    created_at timestamptz not null,
    next_try_at timestamptz,
    constraint webhook_delivery_pkey primary key (id),
    constraint webhook_delivery_once unique (endpoint_id, type, happening),
    constraint webhook_delivery_endpoint_fk foreign key (endpoint_id) references webhook_endpoint on delete cascade
);
create index webhook_delivery_waiting_idx on webhook_delivery (endpoint_id, next_try_at) where status = 'waiting';
create index webhook_delivery_log_idx on webhook_delivery (endpoint_id, id);

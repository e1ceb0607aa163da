--liquibase formatted sql

--changeset plenary:306-order-price
ALTER TABLE orders ADD COLUMN priced_at timestamptz, ADD COLUMN price_kept boolean NOT NULL DEFAULT false;

CREATE TABLE order_price (
    order_id     uuid        NOT NULL,
    period_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    announced_at timestamptz,
    changed_at   timestamptz,
    kept_at      timestamptz,
    from_minor   bigint      NOT NULL,
    to_minor     bigint      NOT NULL,
    before       jsonb,
    CONSTRAINT order_price_pk PRIMARY KEY (order_id, period_at),
    CONSTRAINT order_price_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX order_price_due ON order_price (due_at) WHERE changed_at IS NULL;

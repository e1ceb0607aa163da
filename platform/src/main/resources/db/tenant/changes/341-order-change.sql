--liquibase formatted sql

--changeset plenary:341-order-change
CREATE TABLE order_change (
    id            uuid        NOT NULL,
    order_id      uuid        NOT NULL,
    status        text        NOT NULL,
    proposal      jsonb       NOT NULL,
    held          jsonb       NOT NULL,
    due_minor     bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    CONSTRAINT order_change_pk PRIMARY KEY (id),
    CONSTRAINT order_change_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX order_change_order ON order_change (order_id, id);

CREATE UNIQUE INDEX order_change_one_pending ON order_change (order_id) WHERE status = 'pending';

CREATE INDEX order_change_hold ON order_change (expires_at) WHERE status = 'pending';

ALTER TABLE orders ADD COLUMN given_back_minor bigint NOT NULL DEFAULT 0;

ALTER TABLE order_line ADD COLUMN replaced boolean NOT NULL DEFAULT false;

ALTER TABLE order_line ADD COLUMN field_key text;

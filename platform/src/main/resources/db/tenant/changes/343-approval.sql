--liquibase formatted sql

--changeset plenary:343-approval
CREATE TABLE approval (
    order_id   uuid        NOT NULL,
    status     text        NOT NULL,
    reason     text        NOT NULL DEFAULT '',
    message    text        NOT NULL DEFAULT '',
    asked_at   timestamptz NOT NULL,
    decided_at timestamptz,
    CONSTRAINT approval_pk PRIMARY KEY (order_id),
    CONSTRAINT approval_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX orders_held ON orders (expires_at) WHERE status IN ('pending', 'awaiting_approval');

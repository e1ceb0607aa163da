--liquibase formatted sql

--changeset plenary:305-cancelled-line
ALTER TABLE orders ADD COLUMN returning_minor bigint NOT NULL DEFAULT 0;

ALTER TABLE order_line ADD COLUMN delegate_id uuid, ADD COLUMN cancelled_at timestamptz;

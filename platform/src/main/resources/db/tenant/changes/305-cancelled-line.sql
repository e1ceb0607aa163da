--liquibase formatted sql

--changeset plenary:305-cancelled-line
ALTER TABLE orders ADD COLUMN returning_minor bigint NOT NULL DEFAULT 0;

ALTER TABLE order_line ADD COLUMN delegate_id uuid, ADD COLUMN cancelled_at timestamptz;

-- Lines were written delegate by delegate, each one's fee first.
UPDATE order_line line SET delegate_id = delegate.id
FROM (SELECT id, order_id, count(*) FILTER (WHERE kind = 'fee') OVER (PARTITION BY order_id ORDER BY position) - 1 AS nth
      FROM order_line WHERE kind IN ('fee', 'option')) AS numbered
JOIN delegate ON delegate.order_id = numbered.order_id AND delegate.position = numbered.nth
WHERE line.id = numbered.id;

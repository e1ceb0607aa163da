--liquibase formatted sql

--changeset plenary:360-order-source
ALTER TABLE orders ADD COLUMN IF NOT EXISTS source text NOT NULL DEFAULT 'online';
ALTER TABLE orders ALTER COLUMN source SET DEFAULT 'online';
UPDATE orders SET source = 'online' WHERE source = 'web';
ALTER TABLE orders ADD COLUMN registered_by text;

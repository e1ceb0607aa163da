--liquibase formatted sql

--changeset plenary:345-added-order
ALTER TABLE orders ADD COLUMN added_to uuid;

ALTER TABLE orders ADD CONSTRAINT orders_added_to_fk FOREIGN KEY (added_to) REFERENCES orders (id);

CREATE INDEX orders_added_to ON orders (added_to) WHERE added_to IS NOT NULL;

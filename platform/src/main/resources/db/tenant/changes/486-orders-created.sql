--liquibase formatted sql

--changeset plenary:486-orders-created
CREATE INDEX orders_created ON orders (conference_id, created_at);

--liquibase formatted sql

--changeset plenary:353-imported-order
ALTER TABLE orders
    ADD COLUMN source text NOT NULL DEFAULT 'web',
    ADD COLUMN settled text,
    ADD COLUMN silent boolean NOT NULL DEFAULT false;

--liquibase formatted sql

--changeset plenary:322-tax
ALTER TABLE orders ADD COLUMN contact_vat_id text;

ALTER TABLE order_line ADD COLUMN tax_note text;

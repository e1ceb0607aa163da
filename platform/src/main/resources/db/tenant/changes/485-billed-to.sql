--liquibase formatted sql

--changeset plenary:485-billed-to
ALTER TABLE orders
    ADD COLUMN contact_organization text,
    ADD COLUMN contact_street       text,
    ADD COLUMN contact_postal_code  text,
    ADD COLUMN contact_city         text,
    ADD COLUMN contact_region       text,
    ADD COLUMN purchase_order       text;

COMMENT ON COLUMN orders.contact_organization IS 'that documents are made out to; organization is that of a group';
COMMENT ON COLUMN orders.purchase_order IS 'number of the purchase in the books of who pays it';

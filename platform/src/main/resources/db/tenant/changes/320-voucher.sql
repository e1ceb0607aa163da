--liquibase formatted sql

--changeset plenary:320-voucher
CREATE TABLE voucher (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    code          text        NOT NULL,
    terms         jsonb       NOT NULL,
    max_uses      int,
    reserves      boolean     NOT NULL,
    held          jsonb       NOT NULL,
    ended_at      timestamptz,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT voucher_pk PRIMARY KEY (id),
    CONSTRAINT voucher_code_unique UNIQUE (conference_id, code)
);

ALTER TABLE order_line ADD COLUMN list_minor bigint, ADD COLUMN voucher_id uuid;

CREATE INDEX order_line_voucher ON order_line (voucher_id) WHERE voucher_id IS NOT NULL;

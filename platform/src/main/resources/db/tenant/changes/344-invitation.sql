--liquibase formatted sql

--changeset plenary:344-invitation
CREATE TABLE invitation (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    fee_key       text        NOT NULL,
    email         text        NOT NULL,
    token_hashes  text[]      NOT NULL DEFAULT '{}',
    created_at    timestamptz NOT NULL,
    opened_at     timestamptz,
    used_at       timestamptz,
    order_id      uuid,
    revoked_at    timestamptz,
    CONSTRAINT invitation_pk PRIMARY KEY (id),
    CONSTRAINT invitation_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE UNIQUE INDEX invitation_once ON invitation (conference_id, fee_key, lower(email)) WHERE revoked_at IS NULL;

CREATE INDEX invitation_order ON invitation (order_id) WHERE order_id IS NOT NULL;

CREATE INDEX invitation_token ON invitation USING gin (token_hashes);

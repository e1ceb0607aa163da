--liquibase formatted sql

--changeset plenary:303-orders
CREATE TABLE orders (
    id              uuid        NOT NULL,
    conference_id   uuid        NOT NULL,
    code            text        NOT NULL,
    secret_hashes   text[]      NOT NULL,
    status          text        NOT NULL,
    contact_name    text        NOT NULL,
    contact_email   text        NOT NULL,
    contact_country char(2)     NOT NULL,
    locale          text        NOT NULL,
    currency        char(3)     NOT NULL,
    total_minor     bigint      NOT NULL,
    refunded_minor  bigint      NOT NULL DEFAULT 0,
    payment_id      uuid,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    version         bigint      NOT NULL DEFAULT 0,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_code_unique UNIQUE (code)
);

CREATE INDEX orders_conference ON orders (conference_id, id);

CREATE INDEX orders_hold ON orders (expires_at) WHERE status = 'pending';

CREATE TABLE order_line (
    id          uuid          NOT NULL,
    order_id    uuid          NOT NULL,
    position    int           NOT NULL,
    kind        text          NOT NULL,
    description text          NOT NULL,
    quantity    int           NOT NULL,
    unit_minor  bigint        NOT NULL,
    total_minor bigint        NOT NULL,
    tax_rate    numeric(6, 3) NOT NULL,
    takes       jsonb         NOT NULL,
    CONSTRAINT order_line_pk PRIMARY KEY (id),
    CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX order_line_order ON order_line (order_id);

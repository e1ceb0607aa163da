--liquibase formatted sql

--changeset plenary:441-unmatched-payment
CREATE TABLE unmatched_payment (
    payment_id   uuid        NOT NULL,
    order_id     uuid        NOT NULL,
    amount_minor bigint      NOT NULL,
    currency     text        NOT NULL,
    received_at  timestamptz NOT NULL,
    settled_at   timestamptz,
    CONSTRAINT unmatched_payment_pk PRIMARY KEY (payment_id),
    CONSTRAINT unmatched_payment_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

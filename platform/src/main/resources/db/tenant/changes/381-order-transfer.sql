--liquibase formatted sql

--changeset plenary:381-order-transfer
CREATE TABLE order_transfer (
    order_id    uuid        NOT NULL,
    due_on      date        NOT NULL,
    chosen_at   timestamptz NOT NULL,
    reminded_at timestamptz,
    CONSTRAINT order_transfer_pk PRIMARY KEY (order_id),
    CONSTRAINT order_transfer_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);

--liquibase formatted sql

--changeset plenary:483-order-credit
CREATE TABLE order_credit (
    order_id   uuid          NOT NULL,
    status     varchar(20)   NOT NULL,
    asked_at   timestamptz   NOT NULL,
    decided_at timestamptz,
    reason     varchar(2000) NOT NULL DEFAULT '',
    CONSTRAINT order_credit_pk PRIMARY KEY (order_id),
    CONSTRAINT order_credit_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT order_credit_status CHECK (status IN ('asked', 'granted', 'denied'))
);
COMMENT ON TABLE order_credit IS 'orders whose buyers want to pay by invoice';

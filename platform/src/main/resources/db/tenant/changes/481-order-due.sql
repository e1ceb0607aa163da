--liquibase formatted sql

--changeset plenary:481-order-due
CREATE TABLE order_due (
    order_id     uuid     NOT NULL,
    position     smallint NOT NULL,
    amount_minor bigint   NOT NULL,
    due_on       date     NOT NULL,
    CONSTRAINT order_due_pk PRIMARY KEY (order_id, position),
    CONSTRAINT order_due_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT order_due_amount CHECK (amount_minor > 0)
);
COMMENT ON TABLE order_due IS 'in which parts an order is to be paid; what is paid of them the payments say';
CREATE INDEX order_due_day_idx ON order_due (due_on);

ALTER TABLE orders ADD COLUMN forgiven_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN refused_payments uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN orders.forgiven_minor IS 'of what cancellations gave up, what was never paid';
COMMENT ON COLUMN orders.refused_payments IS 'came in beyond what was open, and goes back';

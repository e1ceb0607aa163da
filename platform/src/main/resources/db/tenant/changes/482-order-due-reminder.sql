--liquibase formatted sql

--changeset plenary:482-order-due-reminder
CREATE TABLE order_due_reminder (
    order_id uuid        NOT NULL,
    position smallint    NOT NULL,
    due_on   date        NOT NULL,
    kind     varchar(20) NOT NULL,
    sent_at  timestamptz NOT NULL,
    CONSTRAINT order_due_reminder_pk PRIMARY KEY (order_id, position, due_on, kind),
    CONSTRAINT order_due_reminder_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);

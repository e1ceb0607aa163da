--liquibase formatted sql

--changeset plenary:480-conference-cancellation
CREATE TABLE conference_cancellation (
    conference_id uuid        NOT NULL,
    status        text        NOT NULL,
    in_full       boolean     NOT NULL,
    message       jsonb       NOT NULL,
    started_by    text        NOT NULL,
    started_at    timestamptz NOT NULL,
    CONSTRAINT conference_cancellation_pk PRIMARY KEY (conference_id)
);

CREATE TABLE cancelled_order (
    order_id      uuid   NOT NULL,
    conference_id uuid   NOT NULL,
    state         text   NOT NULL,
    tries         int    NOT NULL DEFAULT 0,
    currency      char(3),
    refund_minor  bigint NOT NULL DEFAULT 0,
    problem       text,
    CONSTRAINT cancelled_order_pk PRIMARY KEY (order_id),
    CONSTRAINT cancelled_order_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX cancelled_order_by_state ON cancelled_order (conference_id, state, tries, order_id);

COMMENT ON TABLE cancelled_order IS 'each order of a cancelled conference: waiting to be ended, done, or failed and why';

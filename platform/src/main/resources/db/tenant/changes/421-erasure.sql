--liquibase formatted sql

--changeset plenary:421-erasure
CREATE TABLE erasure (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    order_id      uuid        NOT NULL,
    status        text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    decided_at    timestamptz,
    decided_by    text,
    reason        text        NOT NULL DEFAULT '',
    done_at       timestamptz,
    CONSTRAINT erasure_pk PRIMARY KEY (id),
    CONSTRAINT erasure_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE UNIQUE INDEX erasure_one_asked ON erasure (order_id) WHERE status IN ('asked', 'approved');

CREATE INDEX erasure_conference ON erasure (conference_id, id);

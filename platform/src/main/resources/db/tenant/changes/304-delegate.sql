--liquibase formatted sql

--changeset plenary:304-delegate
CREATE TABLE delegate (
    id              uuid        NOT NULL,
    order_id        uuid        NOT NULL,
    conference_id   uuid        NOT NULL,
    position        int         NOT NULL,
    fee_key         text        NOT NULL,
    form_version    int         NOT NULL,
    name            text        NOT NULL,
    email           text        NOT NULL,
    country         char(2)     NOT NULL,
    answers         jsonb       NOT NULL,
    status          text        NOT NULL,
    ticket_code     text,
    checked_in_at   timestamptz,
    checked_in_gate text,
    version         bigint      NOT NULL DEFAULT 0,
    CONSTRAINT delegate_pk PRIMARY KEY (id),
    CONSTRAINT delegate_ticket_unique UNIQUE (ticket_code),
    CONSTRAINT delegate_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE INDEX delegate_conference ON delegate (conference_id, id);

CREATE INDEX delegate_order ON delegate (order_id);

--liquibase formatted sql

--changeset plenary:355-delegate-distinct
CREATE TABLE delegate_distinct (
    conference_id uuid        NOT NULL,
    one           uuid        NOT NULL,
    other         uuid        NOT NULL,
    said_by       text        NOT NULL,
    said_at       timestamptz NOT NULL,
    CONSTRAINT delegate_distinct_pk PRIMARY KEY (conference_id, one, other),
    CONSTRAINT delegate_distinct_order CHECK (one < other)
);

--liquibase formatted sql

--changeset plenary:302-stock
CREATE TABLE stock (
    conference_id uuid NOT NULL,
    key           text NOT NULL,
    capacity      int,
    used          int  NOT NULL DEFAULT 0,
    CONSTRAINT stock_pk PRIMARY KEY (conference_id, key),
    CONSTRAINT stock_used_not_negative CHECK (used >= 0)
);

--liquibase formatted sql

--changeset plenary:458-number-import
CREATE TABLE number_import (
    id       uuid        NOT NULL,
    hotel_id uuid        NOT NULL,
    content  jsonb,
    taken    jsonb,
    made_at  timestamptz NOT NULL,
    CONSTRAINT number_import_pk PRIMARY KEY (id),
    CONSTRAINT number_import_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

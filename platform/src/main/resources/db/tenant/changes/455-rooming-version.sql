--liquibase formatted sql

--changeset plenary:455-rooming-version
CREATE TABLE rooming_version (
    hotel_id uuid        NOT NULL,
    number   int         NOT NULL,
    since    int         NOT NULL,
    language text        NOT NULL,
    stays    jsonb,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT rooming_version_pk PRIMARY KEY (hotel_id, number),
    CONSTRAINT rooming_version_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

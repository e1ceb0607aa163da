--liquibase formatted sql

--changeset plenary:354-statistics-version
CREATE TABLE statistics_version (
    conference_id uuid        NOT NULL,
    number        int         NOT NULL,
    figures       json        NOT NULL,
    made_by       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    CONSTRAINT statistics_version_pk PRIMARY KEY (conference_id, number)
);

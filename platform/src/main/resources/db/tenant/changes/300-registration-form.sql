--liquibase formatted sql

--changeset plenary:300-registration-form
CREATE TABLE registration_form (
    conference_id uuid        NOT NULL,
    version       int         NOT NULL,
    definition    jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT registration_form_pk PRIMARY KEY (conference_id, version)
);

--liquibase formatted sql

--changeset plenary:506-submission-form
CREATE TABLE submission_form (
    conference_id uuid        NOT NULL,
    version       int         NOT NULL,
    revision      int         NOT NULL DEFAULT 0,
    definition    jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT submission_form_pk PRIMARY KEY (conference_id, version)
);

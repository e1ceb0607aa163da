--liquibase formatted sql

--changeset plenary:509-review-form
CREATE TABLE review_form (
    conference_id uuid        NOT NULL,
    version       int         NOT NULL,
    revision      int         NOT NULL DEFAULT 0,
    definition    jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT review_form_pk PRIMARY KEY (conference_id, version)
);

ALTER TABLE paper_review ADD COLUMN form_version int NOT NULL DEFAULT 0;

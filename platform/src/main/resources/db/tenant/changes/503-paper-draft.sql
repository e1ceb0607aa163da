--liquibase formatted sql

--changeset plenary:503-paper-draft
CREATE TABLE paper_draft (
    id          uuid        NOT NULL,
    conference  uuid        NOT NULL,
    secret_hash text        NOT NULL,
    fields      jsonb       NOT NULL,
    saved_at    timestamptz NOT NULL,
    CONSTRAINT paper_draft_pk PRIMARY KEY (id),
    CONSTRAINT paper_draft_secret UNIQUE (secret_hash)
);

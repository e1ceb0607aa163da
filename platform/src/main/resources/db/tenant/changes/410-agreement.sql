--liquibase formatted sql

--changeset plenary:410-agreement
CREATE TABLE agreement (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    kind          text        NOT NULL,
    supplier      text        NOT NULL,
    status        text        NOT NULL,
    signed_on     date,
    note          text,
    file_id       uuid,
    file_name     text,
    deleted_at    timestamptz,
    version       bigint      NOT NULL,
    CONSTRAINT agreement_pk PRIMARY KEY (id),
    CONSTRAINT agreement_signed CHECK ((status = 'SIGNED') = (signed_on IS NOT NULL))
);

CREATE INDEX agreement_conference ON agreement (conference_id, id);

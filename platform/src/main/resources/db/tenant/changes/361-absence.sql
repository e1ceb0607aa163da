--liquibase formatted sql

--changeset plenary:361-absence
CREATE TABLE absence (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    delegate_id   uuid        NOT NULL,
    days          date[]      NOT NULL,
    reason        text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text,
    verified_at   timestamptz,
    verified_by   text,
    withdrawn_at  timestamptz,
    CONSTRAINT absence_pk PRIMARY KEY (id),
    CONSTRAINT absence_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);

CREATE UNIQUE INDEX absence_one ON absence (delegate_id) WHERE withdrawn_at IS NULL;

CREATE INDEX absence_conference ON absence (conference_id, id);

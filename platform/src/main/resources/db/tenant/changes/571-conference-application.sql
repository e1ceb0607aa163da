--liquibase formatted sql

--changeset plenary:571-conference-application splitStatements:false
CREATE TABLE conference_application (
    conference_id uuid        NOT NULL,
    answers       jsonb       NOT NULL,
    guests        jsonb       NOT NULL,
    state         text        NOT NULL,
    step          text,
    round         int         NOT NULL,
    waiting_since timestamptz,
    handed_in_by  text,
    approval      jsonb,
    alike         jsonb,
    version       bigint      NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT conference_application_pk PRIMARY KEY (conference_id),
    CONSTRAINT conference_application_conference_fk FOREIGN KEY (conference_id) REFERENCES conference (id)
);
COMMENT ON TABLE conference_application IS 'what the authority is asked to approve';

CREATE TABLE conference_application_entry (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    at            timestamptz NOT NULL,
    by_id         text        NOT NULL,
    by_name       text        NOT NULL,
    office        text        NOT NULL,
    step          text,
    action        text        NOT NULL,
    comment       text        NOT NULL,
    on_behalf     boolean     NOT NULL,
    round         int         NOT NULL,
    document      jsonb,
    CONSTRAINT conference_application_entry_pk PRIMARY KEY (id),
    CONSTRAINT conference_application_entry_conference_fk FOREIGN KEY (conference_id) REFERENCES conference (id)
);
CREATE INDEX conference_application_entry_conference ON conference_application_entry (conference_id, id);
COMMENT ON TABLE conference_application_entry IS 'what was done with an application; never changed';

CREATE TABLE conference_office (
    conference_id uuid   NOT NULL,
    office        text   NOT NULL,
    addresses     text[] NOT NULL,
    CONSTRAINT conference_office_pk PRIMARY KEY (conference_id, office),
    CONSTRAINT conference_office_conference_fk FOREIGN KEY (conference_id) REFERENCES conference (id)
);
COMMENT ON TABLE conference_office IS 'who decides about an application for an office that has people here';

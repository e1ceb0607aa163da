--liquibase formatted sql

--changeset plenary:520-camera-ready
CREATE TABLE camera_ready_plan (
    conference uuid   NOT NULL,
    checklist  jsonb  NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT camera_ready_plan_pk PRIMARY KEY (conference)
);

CREATE TABLE copyright_form (
    conference uuid        NOT NULL,
    version    int         NOT NULL,
    text       jsonb       NOT NULL,
    asks_again boolean     NOT NULL,
    written_by text        NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT copyright_form_pk PRIMARY KEY (conference, version)
);

CREATE TABLE copyright_signature (
    id          uuid        NOT NULL,
    conference  uuid        NOT NULL,
    paper       uuid        NOT NULL,
    form        int         NOT NULL,
    language    text        NOT NULL,
    title       text        NOT NULL,
    name        text        NOT NULL,
    capacity    text        NOT NULL,
    fingerprint text        NOT NULL,
    signed_at   timestamptz NOT NULL,
    CONSTRAINT copyright_signature_pk PRIMARY KEY (id),
    CONSTRAINT copyright_signature_once UNIQUE (paper, form),
    CONSTRAINT copyright_signature_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX copyright_signature_conference ON copyright_signature (conference, paper);

CREATE TABLE camera_ready (
    paper       uuid        NOT NULL,
    conference  uuid        NOT NULL,
    standing    text        NOT NULL,
    ticked      jsonb       NOT NULL DEFAULT '[]',
    note        text,
    checked_by  text,
    checked_at  timestamptz,
    mend_until  timestamptz,
    accepted_as jsonb,
    version     bigint      NOT NULL,
    CONSTRAINT camera_ready_pk PRIMARY KEY (paper),
    CONSTRAINT camera_ready_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX camera_ready_conference ON camera_ready (conference, standing);

CREATE TABLE camera_ready_file (
    paper        uuid        NOT NULL,
    number       int         NOT NULL,
    conference   uuid        NOT NULL,
    file         uuid        NOT NULL,
    name         text        NOT NULL,
    size         bigint      NOT NULL,
    pages        int         NOT NULL,
    handed_in_by text        NOT NULL,
    handed_in_at timestamptz NOT NULL,
    CONSTRAINT camera_ready_file_pk PRIMARY KEY (paper, number),
    CONSTRAINT camera_ready_file_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX camera_ready_file_conference ON camera_ready_file (conference);

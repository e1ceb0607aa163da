--liquibase formatted sql

--changeset plenary:530-paper-inspection
CREATE TABLE paper_inspection (
    paper        uuid        NOT NULL,
    conference   uuid        NOT NULL,
    file         uuid        NOT NULL,
    looked_for   text        NOT NULL,
    standing     text        NOT NULL,
    tries        int         NOT NULL,
    facts        jsonb,
    copy         uuid,
    copy_problem text,
    released_by  text,
    released_at  timestamptz,
    checked_at   timestamptz NOT NULL,
    CONSTRAINT paper_inspection_pk PRIMARY KEY (paper),
    CONSTRAINT paper_inspection_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX paper_inspection_conference ON paper_inspection (conference);

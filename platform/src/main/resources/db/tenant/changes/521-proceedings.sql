--liquibase formatted sql

--changeset plenary:521-proceedings
CREATE TABLE proceedings (
    conference   uuid        NOT NULL,
    volume       jsonb       NOT NULL,
    published_at timestamptz,
    published_by text,
    version      bigint      NOT NULL,
    CONSTRAINT proceedings_pk PRIMARY KEY (conference)
);

CREATE TABLE proceedings_paper (
    paper      uuid NOT NULL,
    conference uuid NOT NULL,
    position   int  NOT NULL,
    doi        text,
    file       uuid,
    first_page int,
    pages      int,
    CONSTRAINT proceedings_paper_pk PRIMARY KEY (paper),
    CONSTRAINT proceedings_paper_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX proceedings_paper_conference ON proceedings_paper (conference, first_page);

CREATE TABLE proceedings_run (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    standing   text        NOT NULL,
    done       int         NOT NULL,
    total      int         NOT NULL,
    problem    text,
    paper      int,
    file       uuid,
    made_of    text,
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT proceedings_run_pk PRIMARY KEY (id)
);
CREATE INDEX proceedings_run_conference ON proceedings_run (conference, id);
CREATE UNIQUE INDEX proceedings_run_one ON proceedings_run (conference) WHERE standing = 'running';

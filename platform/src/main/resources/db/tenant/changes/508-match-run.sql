--liquibase formatted sql

--changeset plenary:508-match-run
CREATE TABLE paper_match_run (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    standing   text        NOT NULL,
    stage      text        NOT NULL,
    percent    int         NOT NULL,
    settings   jsonb       NOT NULL,
    summary    jsonb,
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT paper_match_run_pk PRIMARY KEY (id)
);
CREATE INDEX paper_match_run_conference ON paper_match_run (conference, id);
CREATE UNIQUE INDEX paper_match_run_one ON paper_match_run (conference) WHERE standing IN ('running', 'cancelling');

--liquibase formatted sql

--changeset plenary:502-paper-coauthor
CREATE TABLE paper_coauthor (
    id          uuid        NOT NULL,
    paper       uuid        NOT NULL,
    conference  uuid        NOT NULL,
    email       text        NOT NULL,
    standing    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    answered_at timestamptz,
    CONSTRAINT paper_coauthor_pk PRIMARY KEY (id),
    CONSTRAINT paper_coauthor_once UNIQUE (paper, email),
    CONSTRAINT paper_coauthor_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);

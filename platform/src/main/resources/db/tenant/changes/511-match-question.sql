--liquibase formatted sql

--changeset plenary:511-match-question
CREATE TABLE paper_match_question (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    paper      uuid        NOT NULL,
    reviewer   uuid        NOT NULL,
    answer     jsonb,
    asked_at   timestamptz NOT NULL,
    CONSTRAINT paper_match_question_pk PRIMARY KEY (id),
    CONSTRAINT paper_match_question_once UNIQUE (conference, paper, reviewer)
);

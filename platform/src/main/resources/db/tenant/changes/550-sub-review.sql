--liquibase formatted sql

--changeset plenary:550-sub-review
CREATE TABLE paper_delegation (
    conference uuid   NOT NULL,
    most       int    NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT paper_delegation_pk PRIMARY KEY (conference)
);

-- A request goes with the review that it is for: without one there is nothing to write.
CREATE TABLE paper_sub_review (
    id           uuid        NOT NULL,
    conference   uuid        NOT NULL,
    review       uuid        NOT NULL,
    paper        uuid        NOT NULL,
    name         text        NOT NULL,
    email        text        NOT NULL,
    affiliation  text,
    locale       text        NOT NULL,
    standing     text        NOT NULL,
    reason       text,
    note         text,
    score        int,
    confidence   int,
    for_authors  text        NOT NULL DEFAULT '',
    for_chairs   text        NOT NULL DEFAULT '',
    answers      jsonb       NOT NULL DEFAULT '{}',
    form_version int         NOT NULL DEFAULT 0,
    asked_at     timestamptz NOT NULL,
    due          timestamptz NOT NULL,
    handed_at    timestamptz,
    version      bigint      NOT NULL,
    CONSTRAINT paper_sub_review_pk PRIMARY KEY (id),
    CONSTRAINT paper_sub_review_review_fk FOREIGN KEY (review) REFERENCES paper_review (id) ON DELETE CASCADE
);
CREATE INDEX paper_sub_review_review ON paper_sub_review (review);
CREATE INDEX paper_sub_review_paper ON paper_sub_review (paper);
CREATE INDEX paper_sub_review_conference ON paper_sub_review (conference, id);
CREATE INDEX paper_sub_review_email ON paper_sub_review (email);

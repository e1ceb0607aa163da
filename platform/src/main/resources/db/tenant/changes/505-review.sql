--liquibase formatted sql

--changeset plenary:505-review
CREATE TABLE paper_reviewer (
    id          uuid        NOT NULL,
    conference  uuid        NOT NULL,
    account     uuid,
    email       text        NOT NULL,
    name        text        NOT NULL,
    locale      text        NOT NULL,
    seat        jsonb       NOT NULL,
    profile     jsonb       NOT NULL,
    standing    text        NOT NULL,
    reason      text,
    asked_at    timestamptz NOT NULL,
    answered_at timestamptz,
    version     bigint      NOT NULL,
    CONSTRAINT paper_reviewer_pk PRIMARY KEY (id),
    CONSTRAINT paper_reviewer_once UNIQUE (conference, email)
);
CREATE INDEX paper_reviewer_account ON paper_reviewer (account, conference);

CREATE TABLE paper_reviewing (
    conference uuid   NOT NULL,
    plan       jsonb  NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT paper_reviewing_pk PRIMARY KEY (conference)
);

CREATE TABLE paper_conflict_ruling (
    conference uuid        NOT NULL,
    paper      uuid        NOT NULL,
    reviewer   uuid        NOT NULL,
    conflicts  boolean     NOT NULL,
    reason     text        NOT NULL,
    ruled_by   text        NOT NULL,
    ruled_at   timestamptz NOT NULL,
    CONSTRAINT paper_conflict_ruling_pk PRIMARY KEY (paper, reviewer),
    CONSTRAINT paper_conflict_ruling_paper_fk FOREIGN KEY (paper) REFERENCES paper (id),
    CONSTRAINT paper_conflict_ruling_reviewer_fk FOREIGN KEY (reviewer) REFERENCES paper_reviewer (id)
);
CREATE INDEX paper_conflict_ruling_conference ON paper_conflict_ruling (conference, paper);

CREATE TABLE paper_bid (
    conference uuid        NOT NULL,
    paper      uuid        NOT NULL,
    reviewer   uuid        NOT NULL,
    bid        smallint    NOT NULL,
    placed_at  timestamptz NOT NULL,
    CONSTRAINT paper_bid_pk PRIMARY KEY (paper, reviewer),
    CONSTRAINT paper_bid_paper_fk FOREIGN KEY (paper) REFERENCES paper (id),
    CONSTRAINT paper_bid_reviewer_fk FOREIGN KEY (reviewer) REFERENCES paper_reviewer (id)
);
CREATE INDEX paper_bid_reviewer ON paper_bid (reviewer);
CREATE INDEX paper_bid_conference ON paper_bid (conference);

CREATE TABLE paper_review (
    id           uuid        NOT NULL,
    conference   uuid        NOT NULL,
    paper        uuid        NOT NULL,
    reviewer     uuid        NOT NULL,
    round        int         NOT NULL,
    standing     text        NOT NULL,
    score        int,
    confidence   int,
    for_authors  text        NOT NULL DEFAULT '',
    for_chairs   text        NOT NULL DEFAULT '',
    answers      jsonb       NOT NULL DEFAULT '{}',
    reason       text,
    given_by     text        NOT NULL,
    given_at     timestamptz NOT NULL,
    due          timestamptz,
    submitted_at timestamptz,
    version      bigint      NOT NULL,
    CONSTRAINT paper_review_pk PRIMARY KEY (id),
    CONSTRAINT paper_review_once UNIQUE (paper, reviewer, round),
    CONSTRAINT paper_review_paper_fk FOREIGN KEY (paper) REFERENCES paper (id),
    CONSTRAINT paper_review_reviewer_fk FOREIGN KEY (reviewer) REFERENCES paper_reviewer (id)
);
CREATE INDEX paper_review_conference ON paper_review (conference, standing);
CREATE INDEX paper_review_reviewer ON paper_review (reviewer);

CREATE TABLE paper_comment (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    paper      uuid        NOT NULL,
    reviewer   uuid,
    kind       text        NOT NULL,
    audience   text        NOT NULL,
    text       text        NOT NULL,
    written_by text        NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT paper_comment_pk PRIMARY KEY (id),
    CONSTRAINT paper_comment_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX paper_comment_paper ON paper_comment (paper);
CREATE INDEX paper_comment_conference ON paper_comment (conference);

CREATE TABLE paper_tag (
    conference uuid    NOT NULL,
    paper      uuid    NOT NULL,
    tag        text    NOT NULL,
    value      numeric,
    CONSTRAINT paper_tag_pk PRIMARY KEY (paper, tag),
    CONSTRAINT paper_tag_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX paper_tag_conference ON paper_tag (conference, tag);

-- Who wrote a paper, in lower case: for a person's other papers.
CREATE INDEX paper_written_by ON paper USING gin ((lower(authors::text)::jsonb) jsonb_path_ops);

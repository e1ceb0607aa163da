--liquibase formatted sql

--changeset plenary:510-paper-decision
ALTER TABLE paper ADD COLUMN announced text, ADD COLUMN announced_at timestamptz;
UPDATE paper SET announced = status, announced_at = submitted_at WHERE status IN ('accepted', 'rejected');
COMMENT ON COLUMN paper.announced IS 'the decision that its authors and the public know; null while they know of none';
CREATE INDEX paper_unannounced ON paper (conference, number) WHERE status IN ('accepted', 'rejected') AND announced IS DISTINCT FROM status;

CREATE TABLE paper_deciding (
    conference  uuid   NOT NULL,
    plan        jsonb  NOT NULL,
    signature   uuid,
    next_letter bigint NOT NULL DEFAULT 1,
    version     bigint NOT NULL,
    CONSTRAINT paper_deciding_pk PRIMARY KEY (conference)
);

CREATE TABLE paper_letter (
    id          uuid        NOT NULL,
    conference  uuid        NOT NULL,
    paper       uuid        NOT NULL,
    number      text        NOT NULL,
    code        text        NOT NULL,
    holder      text        NOT NULL,
    email       text        NOT NULL,
    affiliation text        NOT NULL,
    title       text        NOT NULL,
    authors     text        NOT NULL,
    issued_at   timestamptz NOT NULL,
    replaced_at timestamptz,
    revoked_at  timestamptz,
    CONSTRAINT paper_letter_pk PRIMARY KEY (id),
    CONSTRAINT paper_letter_code UNIQUE (code),
    CONSTRAINT paper_letter_number UNIQUE (conference, number),
    CONSTRAINT paper_letter_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE UNIQUE INDEX paper_letter_one ON paper_letter (paper, holder) WHERE replaced_at IS NULL;

CREATE TABLE paper_presenter (
    paper      uuid        NOT NULL,
    conference uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    bound_at   timestamptz NOT NULL,
    CONSTRAINT paper_presenter_pk PRIMARY KEY (paper, order_id),
    CONSTRAINT paper_presenter_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX paper_presenter_conference ON paper_presenter (conference);

CREATE TABLE paper_presenter_leave (
    paper      uuid        NOT NULL,
    conference uuid        NOT NULL,
    reason     text        NOT NULL,
    given_at   timestamptz NOT NULL,
    CONSTRAINT paper_presenter_leave_pk PRIMARY KEY (paper),
    CONSTRAINT paper_presenter_leave_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);

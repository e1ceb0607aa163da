--liquibase formatted sql

--changeset plenary:551-relief
ALTER TABLE paper_reviewer ADD COLUMN seen_at timestamptz;
ALTER TABLE paper_reviewer ADD COLUMN reminded_at timestamptz;
-- By which reminders, so that one that is tried again each day counts once.
ALTER TABLE paper_reviewer ADD COLUMN reminded_for text NOT NULL DEFAULT '';

-- Who was asked to step in; until when stands in the review itself.
CREATE TABLE paper_relief (
    review      uuid        NOT NULL,
    conference  uuid        NOT NULL,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    accepted_at timestamptz,
    CONSTRAINT paper_relief_pk PRIMARY KEY (review),
    CONSTRAINT paper_relief_review_fk FOREIGN KEY (review) REFERENCES paper_review (id) ON DELETE CASCADE
);
CREATE INDEX paper_relief_conference ON paper_relief (conference);

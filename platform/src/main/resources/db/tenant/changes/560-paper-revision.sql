--liquibase formatted sql

--changeset plenary:560-paper-revision
CREATE TABLE paper_revision (
    id           uuid        NOT NULL,
    conference   uuid        NOT NULL,
    paper        uuid        NOT NULL,
    turn         int         NOT NULL,
    note         text        NOT NULL,
    again        boolean     NOT NULL,
    asked_by     text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    told_at      timestamptz,
    file_before  uuid,
    response     text,
    handed_in_at timestamptz,
    version      bigint      NOT NULL,
    CONSTRAINT paper_revision_pk PRIMARY KEY (id),
    CONSTRAINT paper_revision_turn UNIQUE (paper, turn),
    CONSTRAINT paper_revision_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
COMMENT ON COLUMN paper_revision.told_at IS 'since when its authors know; null while it is kept back';
CREATE INDEX paper_revision_conference ON paper_revision (conference, handed_in_at);
CREATE INDEX paper_revision_untold ON paper_revision (conference) WHERE told_at IS NULL;

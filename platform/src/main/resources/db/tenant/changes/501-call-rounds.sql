--liquibase formatted sql

--changeset plenary:501-call-rounds
-- What stood there was kept without being read; now it has a form.
UPDATE call_for_papers SET document = document - 'rounds';

ALTER TABLE paper ADD COLUMN type text;
ALTER TABLE paper ADD COLUMN topics jsonb NOT NULL DEFAULT '[]';

CREATE TABLE submission_grace (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    token_hash text        NOT NULL,
    note       text        NOT NULL,
    paper      int,
    until      timestamptz NOT NULL,
    given_by   text        NOT NULL,
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz,
    CONSTRAINT submission_grace_pk PRIMARY KEY (id),
    CONSTRAINT submission_grace_token UNIQUE (token_hash)
);
CREATE INDEX submission_grace_conference ON submission_grace (conference, paper);

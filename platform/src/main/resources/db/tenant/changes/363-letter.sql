--liquibase formatted sql

--changeset plenary:363-letter
CREATE TABLE letter_series (
    conference_id uuid   NOT NULL,
    kind          text   NOT NULL,
    next          bigint NOT NULL,
    CONSTRAINT letter_series_pk PRIMARY KEY (conference_id, kind)
);

CREATE TABLE letter (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    delegate_id   uuid        NOT NULL,
    kind          text        NOT NULL,
    number        text        NOT NULL,
    code          text        NOT NULL,
    holder        text        NOT NULL,
    fingerprint   text        NOT NULL,
    issued_at     timestamptz NOT NULL,
    replaced_at   timestamptz,
    CONSTRAINT letter_pk PRIMARY KEY (id),
    CONSTRAINT letter_code_unique UNIQUE (code),
    CONSTRAINT letter_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);

COMMENT ON COLUMN letter.fingerprint IS 'of what the letter says of its holder, which is not kept here: another passport is another letter';

CREATE UNIQUE INDEX letter_one ON letter (delegate_id, kind) WHERE replaced_at IS NULL;

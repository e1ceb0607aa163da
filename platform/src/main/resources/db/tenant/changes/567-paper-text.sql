--liquibase formatted sql

--changeset plenary:567-paper-text
CREATE TABLE paper_text (
    paper    uuid        NOT NULL,
    file     uuid,
    standing text        NOT NULL,
    tries    int         NOT NULL,
    begun_at timestamptz NOT NULL,
    text     text        NOT NULL,
    version  bigint      NOT NULL,
    CONSTRAINT paper_text_pk PRIMARY KEY (paper),
    CONSTRAINT paper_text_paper_fk FOREIGN KEY (paper) REFERENCES paper (id) ON DELETE CASCADE
);
COMMENT ON COLUMN paper_text.text IS 'while standing is reading, that of the file before';
COMMENT ON COLUMN paper_text.version IS 'rises whenever the text changes, and never falls';

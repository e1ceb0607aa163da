--liquibase formatted sql

--changeset plenary:531-paper-file-rules
CREATE TABLE paper_file_rules (
    conference uuid   NOT NULL,
    rules      jsonb  NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT paper_file_rules_pk PRIMARY KEY (conference)
);

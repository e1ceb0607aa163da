--liquibase formatted sql

--changeset plenary:563-same-words
CREATE TABLE paper_same_words (
    conference uuid   NOT NULL,
    groups     text   NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT paper_same_words_pk PRIMARY KEY (conference)
);
COMMENT ON COLUMN paper_same_words.groups IS 'words that mean the same, separated by commas, a group in each line';

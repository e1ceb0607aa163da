--liquibase formatted sql

--changeset plenary:411-notice
CREATE TABLE notice (
    conference_id uuid   NOT NULL,
    document      jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT notice_pk PRIMARY KEY (conference_id)
);

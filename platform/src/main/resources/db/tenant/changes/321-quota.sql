--liquibase formatted sql

--changeset plenary:321-quota
CREATE TABLE quota (
    conference_id uuid   NOT NULL,
    key           text   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT quota_pk PRIMARY KEY (conference_id, key)
);

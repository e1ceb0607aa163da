--liquibase formatted sql

--changeset plenary:301-fee
CREATE TABLE fee (
    id            uuid   NOT NULL,
    conference_id uuid   NOT NULL,
    key           text   NOT NULL,
    position      int    NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT fee_pk PRIMARY KEY (id),
    CONSTRAINT fee_key_unique UNIQUE (conference_id, key)
);

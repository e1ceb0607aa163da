--liquibase formatted sql

--changeset plenary:400-hotel
CREATE TABLE hotel (
    id            uuid   NOT NULL,
    conference_id uuid   NOT NULL,
    key           text   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT hotel_pk PRIMARY KEY (id),
    CONSTRAINT hotel_key_unique UNIQUE (conference_id, key)
);

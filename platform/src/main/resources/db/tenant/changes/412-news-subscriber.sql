--liquibase formatted sql

--changeset plenary:412-news-subscriber
CREATE TABLE news_subscriber (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    email         text        NOT NULL,
    locale        text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    confirmed_at  timestamptz,
    CONSTRAINT news_subscriber_pk PRIMARY KEY (id)
);

CREATE UNIQUE INDEX news_subscriber_address ON news_subscriber (conference_id, lower(email));

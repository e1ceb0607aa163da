--liquibase formatted sql

--changeset plenary:420-access-log
CREATE TABLE access_log (
    id            uuid        NOT NULL,
    at            timestamptz NOT NULL,
    conference_id uuid        NOT NULL,
    caller        text        NOT NULL,
    caller_name   text        NOT NULL,
    way           text        NOT NULL,
    what          text        NOT NULL,
    subject       uuid,
    people        int         NOT NULL,
    filter        text        NOT NULL DEFAULT '',
    CONSTRAINT access_log_pk PRIMARY KEY (id)
);

COMMENT ON COLUMN access_log.subject IS 'the delegate or the order that was looked at; none for a list, which has its filter and the number of people in it';

CREATE INDEX access_log_subject ON access_log (subject) WHERE subject IS NOT NULL;

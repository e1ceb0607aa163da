--liquibase formatted sql

--changeset plenary:380-payment-ways
CREATE TABLE payment_ways (
    conference_id uuid   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT payment_ways_pk PRIMARY KEY (conference_id)
);

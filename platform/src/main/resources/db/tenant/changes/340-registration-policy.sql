--liquibase formatted sql

--changeset plenary:340-registration-policy
CREATE TABLE registration_policy (
    conference_id uuid   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT registration_policy_pk PRIMARY KEY (conference_id)
);

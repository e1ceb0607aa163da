--liquibase formatted sql

--changeset plenary:370-group-registration
ALTER TABLE orders ADD COLUMN organization text;

CREATE TABLE group_rules (
    conference_id uuid   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT group_rules_pk PRIMARY KEY (conference_id)
);

CREATE TABLE group_place (
    delegate_id   uuid    NOT NULL,
    revision      int     NOT NULL DEFAULT 0,
    secret_hashes text[]  NOT NULL DEFAULT '{}',
    seated_email  text    NOT NULL DEFAULT '',
    locale        text,
    sent_to       text,
    sent_at       timestamptz,
    is_complete   boolean NOT NULL DEFAULT true,
    old_tickets   text[]  NOT NULL DEFAULT '{}',
    CONSTRAINT group_place_pk PRIMARY KEY (delegate_id),
    CONSTRAINT group_place_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);

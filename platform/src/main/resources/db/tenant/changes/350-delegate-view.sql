--liquibase formatted sql

--changeset plenary:350-delegate-view
CREATE TABLE delegate_view (
    conference_id uuid    NOT NULL,
    id            uuid    NOT NULL,
    owner         text,
    name          text    NOT NULL,
    listing       jsonb   NOT NULL,
    is_default    boolean NOT NULL,
    CONSTRAINT delegate_view_pk PRIMARY KEY (conference_id, id)
);

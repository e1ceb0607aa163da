--liquibase formatted sql

--changeset plenary:564-paper-view
CREATE TABLE paper_view (
    conference_id uuid    NOT NULL,
    id            uuid    NOT NULL,
    owner         text,
    name          text    NOT NULL,
    listing       jsonb   NOT NULL,
    is_default    boolean NOT NULL,
    CONSTRAINT paper_view_pk PRIMARY KEY (conference_id, id)
);
COMMENT ON COLUMN paper_view.owner IS 'who alone has it; null for all staff of the conference';
COMMENT ON COLUMN paper_view.listing IS 'words, filters and order of a search for papers, as parameters of its address';

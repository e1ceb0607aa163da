--liquibase formatted sql

--changeset plenary:451-tour-list
CREATE TABLE tour_list (
    tour_id uuid        NOT NULL,
    number  int         NOT NULL,
    places  jsonb       NOT NULL,
    sent_to text        NOT NULL,
    made_by text        NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT tour_list_pk PRIMARY KEY (tour_id, number),
    CONSTRAINT tour_list_tour_fk FOREIGN KEY (tour_id) REFERENCES tour (id) ON DELETE CASCADE
);

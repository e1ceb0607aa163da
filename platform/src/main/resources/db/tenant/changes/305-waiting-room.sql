--liquibase formatted sql

--changeset plenary:305-waiting-room
CREATE TABLE waiting_room (
    conference_id uuid   NOT NULL,
    run           text   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT waiting_room_pk PRIMARY KEY (conference_id)
);

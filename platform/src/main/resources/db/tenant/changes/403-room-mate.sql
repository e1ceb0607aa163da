--liquibase formatted sql

--changeset plenary:403-room-mate
CREATE TABLE room_mate (
    id            uuid        NOT NULL,
    booking_id    uuid        NOT NULL,
    name          text        NOT NULL,
    email         text,
    status        text        NOT NULL,
    secret_hashes text[]      NOT NULL DEFAULT '{}',
    invited_at    timestamptz NOT NULL,
    answered_at   timestamptz,
    CONSTRAINT room_mate_pk PRIMARY KEY (id),
    CONSTRAINT room_mate_booking_fk FOREIGN KEY (booking_id) REFERENCES room_booking (id)
);

CREATE INDEX room_mate_booking ON room_mate (booking_id, id);

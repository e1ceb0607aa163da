--liquibase formatted sql

--changeset plenary:470-room-pool
CREATE TABLE room_pool_hotel (
    hotel_id      uuid NOT NULL,
    conference_id uuid NOT NULL,
    CONSTRAINT room_pool_hotel_pk PRIMARY KEY (hotel_id),
    CONSTRAINT room_pool_hotel_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

CREATE INDEX room_pool_hotel_conference ON room_pool_hotel (conference_id);

CREATE TABLE room_seeker (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    order_id      uuid        NOT NULL,
    booking_id    uuid,
    name          text        NOT NULL,
    check_in      date        NOT NULL,
    check_out     date        NOT NULL,
    languages     text[]      NOT NULL,
    smoking       text        NOT NULL,
    rhythm        text        NOT NULL,
    quiet         boolean     NOT NULL,
    gender        text        NOT NULL,
    wants         text[]      NOT NULL,
    about         text        NOT NULL,
    keeps         boolean     NOT NULL,
    resting       boolean     NOT NULL DEFAULT false,
    agreed_at     timestamptz NOT NULL,
    CONSTRAINT room_seeker_pk PRIMARY KEY (id),
    CONSTRAINT room_seeker_order_unique UNIQUE (order_id),
    CONSTRAINT room_seeker_booking_fk FOREIGN KEY (booking_id) REFERENCES room_booking (id),
    CONSTRAINT room_seeker_stay CHECK (check_out > check_in)
);

CREATE INDEX room_seeker_conference ON room_seeker (conference_id, id);

CREATE INDEX room_seeker_booking ON room_seeker (booking_id) WHERE booking_id IS NOT NULL;

CREATE TABLE room_seeker_request (
    id          uuid        NOT NULL,
    from_seeker uuid        NOT NULL,
    to_seeker   uuid        NOT NULL,
    declined    boolean     NOT NULL DEFAULT false,
    asked_at    timestamptz NOT NULL,
    CONSTRAINT room_seeker_request_pk PRIMARY KEY (id),
    CONSTRAINT room_seeker_request_once UNIQUE (from_seeker, to_seeker),
    CONSTRAINT room_seeker_request_from_fk FOREIGN KEY (from_seeker) REFERENCES room_seeker (id) ON DELETE CASCADE,
    CONSTRAINT room_seeker_request_to_fk FOREIGN KEY (to_seeker) REFERENCES room_seeker (id) ON DELETE CASCADE
);

CREATE INDEX room_seeker_request_to ON room_seeker_request (to_seeker);

ALTER TABLE room_mate ADD COLUMN order_id uuid;

CREATE INDEX room_mate_order ON room_mate (order_id) WHERE order_id IS NOT NULL;

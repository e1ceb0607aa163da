--liquibase formatted sql

--changeset plenary:404-block
ALTER TABLE hotel ADD COLUMN releases_done text[] NOT NULL DEFAULT '{}';

CREATE TABLE block_release (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    hotel_id      uuid        NOT NULL,
    room_type_id  uuid        NOT NULL,
    night         date        NOT NULL,
    sub_block     text        NOT NULL,
    kind          text        NOT NULL,
    rooms         int         NOT NULL,
    cause         text        NOT NULL,
    released_at   timestamptz NOT NULL,
    taken_back_at timestamptz,
    CONSTRAINT block_release_pk PRIMARY KEY (id),
    CONSTRAINT block_release_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE,
    CONSTRAINT block_release_rooms CHECK (rooms > 0)
);

CREATE INDEX block_release_hotel ON block_release (hotel_id, id);

ALTER TABLE room_booking
    ADD COLUMN sub_block      text   NOT NULL DEFAULT '',
    ADD COLUMN payment_way    text   NOT NULL DEFAULT 'full',
    ADD COLUMN due_minor      bigint,
    ADD COLUMN breakdown      jsonb,
    ADD COLUMN requests       text,
    ADD COLUMN tax_line       uuid;

UPDATE room_booking SET due_minor = total_minor;

ALTER TABLE room_booking ALTER COLUMN due_minor SET NOT NULL;

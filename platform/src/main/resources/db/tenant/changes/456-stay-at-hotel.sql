--liquibase formatted sql

--changeset plenary:456-stay-at-hotel
ALTER TABLE room_booking
    ADD COLUMN stay        text NOT NULL DEFAULT 'expected',
    ADD COLUMN room_number text,
    ADD COLUMN late        text,
    ADD COLUMN late_until  time,
    ADD COLUMN late_note   text,
    ADD CONSTRAINT room_booking_late CHECK ((late IS NULL) = (late_until IS NULL));

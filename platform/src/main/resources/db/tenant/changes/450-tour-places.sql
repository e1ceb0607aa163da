--liquibase formatted sql

--changeset plenary:450-tour-places
ALTER TABLE tour_booking ADD COLUMN kind text NOT NULL DEFAULT 'delegate';

CREATE TABLE tour_place (
    booking_id uuid NOT NULL,
    number     int  NOT NULL,
    name       text NOT NULL,
    code       text NOT NULL,
    boarded_at timestamptz,
    boarded_by text,
    CONSTRAINT tour_place_pk PRIMARY KEY (booking_id, number),
    CONSTRAINT tour_place_booking_fk FOREIGN KEY (booking_id) REFERENCES tour_booking (id) ON DELETE CASCADE,
    CONSTRAINT tour_place_code_unique UNIQUE (code)
);

INSERT INTO tour_place (booking_id, number, name, code)
SELECT b.id, n, '', upper(left(md5(b.id::text || '/' || n || '/' || random()::text), 12))
FROM tour_booking b, generate_series(1, b.quantity) AS n;

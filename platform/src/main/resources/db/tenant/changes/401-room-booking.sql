--liquibase formatted sql

--changeset plenary:401-room-booking
CREATE TABLE room_booking (
    id              uuid    NOT NULL,
    order_id        uuid    NOT NULL,
    conference_id   uuid    NOT NULL,
    hotel_id        uuid    NOT NULL,
    room_type_id    uuid    NOT NULL,
    check_in        date    NOT NULL,
    check_out       date    NOT NULL,
    guests          jsonb   NOT NULL,
    status          text    NOT NULL,
    currency        char(3) NOT NULL,
    rate_minor      bigint  NOT NULL,
    total_minor     bigint  NOT NULL,
    acknowledgement text,
    CONSTRAINT room_booking_pk PRIMARY KEY (id),
    CONSTRAINT room_booking_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id),
    CONSTRAINT room_booking_stay CHECK (check_out > check_in)
);

CREATE INDEX room_booking_order ON room_booking (order_id);

CREATE INDEX room_booking_conference ON room_booking (conference_id, id);

CREATE INDEX room_booking_hotel ON room_booking (hotel_id, room_type_id);

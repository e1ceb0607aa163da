--liquibase formatted sql

--changeset plenary:402-tours
CREATE TABLE tour (
    id            uuid   NOT NULL,
    conference_id uuid   NOT NULL,
    key           text   NOT NULL,
    definition    jsonb  NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT tour_pk PRIMARY KEY (id),
    CONSTRAINT tour_key_unique UNIQUE (conference_id, key)
);

CREATE TABLE tour_booking (
    id            uuid NOT NULL,
    order_id      uuid NOT NULL,
    conference_id uuid NOT NULL,
    tour_id       uuid NOT NULL,
    quantity      int  NOT NULL,
    status        text NOT NULL,
    CONSTRAINT tour_booking_pk PRIMARY KEY (id),
    CONSTRAINT tour_booking_tour_fk FOREIGN KEY (tour_id) REFERENCES tour (id),
    CONSTRAINT tour_booking_quantity CHECK (quantity > 0)
);

CREATE INDEX tour_booking_order ON tour_booking (order_id);

CREATE INDEX tour_booking_tour ON tour_booking (tour_id, id);

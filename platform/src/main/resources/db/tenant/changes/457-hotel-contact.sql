--liquibase formatted sql

--changeset plenary:457-hotel-contact
CREATE TABLE hotel_contact (
    id         uuid        NOT NULL,
    hotel_id   uuid        NOT NULL,
    account_id uuid        NOT NULL,
    name       text        NOT NULL,
    email      text        NOT NULL,
    language   text        NOT NULL,
    invited_by text        NOT NULL,
    invited_at timestamptz NOT NULL,
    CONSTRAINT hotel_contact_pk PRIMARY KEY (id),
    CONSTRAINT hotel_contact_once UNIQUE (account_id, hotel_id),
    CONSTRAINT hotel_contact_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

--liquibase formatted sql

--changeset plenary:466-settlement
CREATE TABLE hotel_settlement (
    hotel_id uuid  NOT NULL,
    document jsonb NOT NULL,
    CONSTRAINT hotel_settlement_pk PRIMARY KEY (hotel_id),
    CONSTRAINT hotel_settlement_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

CREATE TABLE lodging_sheet (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    subject       text        NOT NULL,
    content       jsonb       NOT NULL,
    made_at       timestamptz NOT NULL,
    CONSTRAINT lodging_sheet_pk PRIMARY KEY (id)
);

COMMENT ON COLUMN lodging_sheet.subject IS 'what the rows are: block, bookings, or invoice:<key of the hotel>';

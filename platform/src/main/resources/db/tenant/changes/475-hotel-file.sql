--liquibase formatted sql

--changeset plenary:475-hotel-file
CREATE TABLE hotel_file (
    id       uuid        NOT NULL,
    hotel_id uuid        NOT NULL,
    request  jsonb       NOT NULL,
    total    int         NOT NULL,
    done     int         NOT NULL DEFAULT 0,
    content  bytea,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT hotel_file_pk PRIMARY KEY (hotel_id, id),
    CONSTRAINT hotel_file_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

COMMENT ON COLUMN hotel_file.content IS 'the list as it was drawn; null while that takes';

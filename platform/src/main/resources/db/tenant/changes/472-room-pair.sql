--liquibase formatted sql

--changeset plenary:472-room-pair
CREATE TABLE room_pair (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    one_order     uuid        NOT NULL,
    one_name      text        NOT NULL,
    other_order   uuid        NOT NULL,
    other_name    text        NOT NULL,
    check_in      date        NOT NULL,
    check_out     date        NOT NULL,
    mate_id       uuid,
    agreed_at     timestamptz NOT NULL,
    CONSTRAINT room_pair_pk PRIMARY KEY (id),
    CONSTRAINT room_pair_mate_fk FOREIGN KEY (mate_id) REFERENCES room_mate (id),
    CONSTRAINT room_pair_nights CHECK (check_out > check_in),
    CONSTRAINT room_pair_two CHECK (one_order <> other_order)
);

CREATE UNIQUE INDEX room_pair_one ON room_pair (one_order) WHERE mate_id IS NULL;

CREATE UNIQUE INDEX room_pair_other ON room_pair (other_order) WHERE mate_id IS NULL;

--liquibase formatted sql

--changeset plenary:471-room-split
CREATE TABLE room_split (
    id             uuid        NOT NULL,
    conference_id  uuid        NOT NULL,
    booking_id     uuid        NOT NULL,
    mate_id        uuid        NOT NULL,
    order_id       uuid        NOT NULL,
    share_order    uuid,
    share_tax_line uuid,
    currency       char(3)     NOT NULL,
    room_minor     bigint      NOT NULL,
    tax_minor      bigint      NOT NULL,
    status         text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    until          timestamptz NOT NULL,
    CONSTRAINT room_split_pk PRIMARY KEY (id),
    CONSTRAINT room_split_booking_fk FOREIGN KEY (booking_id) REFERENCES room_booking (id),
    CONSTRAINT room_split_mate_fk FOREIGN KEY (mate_id) REFERENCES room_mate (id),
    CONSTRAINT room_split_amounts CHECK (room_minor >= 0 AND tax_minor >= 0 AND room_minor + tax_minor > 0)
);

CREATE UNIQUE INDEX room_split_mate ON room_split (mate_id) WHERE status IN ('asked', 'accepted', 'paid');

CREATE UNIQUE INDEX room_split_share_order ON room_split (share_order) WHERE share_order IS NOT NULL;

CREATE INDEX room_split_booking ON room_split (booking_id);

CREATE INDEX room_split_until ON room_split (until) WHERE status IN ('asked', 'accepted');

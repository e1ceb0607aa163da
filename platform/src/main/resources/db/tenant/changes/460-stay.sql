--liquibase formatted sql

--changeset plenary:460-stay
ALTER TABLE room_booking
    ADD COLUMN number  text,
    ADD COLUMN line_id uuid;

UPDATE room_booking b SET number = n.number
FROM (SELECT r.id, o.code || '-' || row_number() OVER (PARTITION BY r.order_id ORDER BY r.id) AS number
      FROM room_booking r JOIN orders o ON o.id = r.order_id WHERE r.status = 'confirmed') n
WHERE n.id = b.id;

CREATE UNIQUE INDEX room_booking_number ON room_booking (number);

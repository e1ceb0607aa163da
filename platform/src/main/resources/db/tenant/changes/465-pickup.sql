--liquibase formatted sql

--changeset plenary:465-pickup
CREATE TABLE pickup_day (
    conference_id uuid NOT NULL,
    hotel_id      uuid NOT NULL,
    day           date NOT NULL,
    sold          int  NOT NULL,
    CONSTRAINT pickup_day_pk PRIMARY KEY (conference_id, hotel_id, day),
    CONSTRAINT pickup_day_hotel_fk FOREIGN KEY (hotel_id) REFERENCES hotel (id) ON DELETE CASCADE
);

CREATE TABLE pickup_setting (
    conference_id uuid NOT NULL,
    notice_days   int  NOT NULL,
    compared_with uuid,
    CONSTRAINT pickup_setting_pk PRIMARY KEY (conference_id),
    CONSTRAINT pickup_setting_notice CHECK (notice_days BETWEEN 0 AND 60)
);

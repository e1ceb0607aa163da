--liquibase formatted sql

--changeset plenary:308-price-list
CREATE TABLE price_list (
    conference_id uuid    NOT NULL,
    currency      char(3) NOT NULL,
    amounts       jsonb   NOT NULL,
    version       bigint  NOT NULL,
    CONSTRAINT price_list_pk PRIMARY KEY (conference_id, currency)
);

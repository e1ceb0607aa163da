--liquibase formatted sql

--changeset plenary:422-data-copy
CREATE TABLE data_copy (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    order_id      uuid        NOT NULL,
    asked_at      timestamptz NOT NULL,
    file_id       uuid,
    CONSTRAINT data_copy_pk PRIMARY KEY (id),
    CONSTRAINT data_copy_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
);

COMMENT ON COLUMN data_copy.file_id IS 'null while the copy is being made';

CREATE INDEX data_copy_order ON data_copy (order_id);

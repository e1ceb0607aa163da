--liquibase formatted sql

--changeset plenary:362-call-back
CREATE TABLE call_back (
    delegate_id uuid        NOT NULL,
    ticks       text[]      NOT NULL,
    said_at     timestamptz NOT NULL,
    said_by     text,
    CONSTRAINT call_back_pk PRIMARY KEY (delegate_id),
    CONSTRAINT call_back_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);

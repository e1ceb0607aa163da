--liquibase formatted sql

--changeset plenary:607-bank-line
CREATE TABLE bank_statement (
    id             uuid        NOT NULL,
    name           text        NOT NULL,
    status         text        NOT NULL,
    content        bytea,
    mapping        jsonb,
    total          int         NOT NULL DEFAULT 0,
    done           int         NOT NULL DEFAULT 0,
    added          int         NOT NULL DEFAULT 0,
    matched        int         NOT NULL DEFAULT 0,
    problem        text,
    uploaded_by_id text        NOT NULL,
    uploaded_by    text        NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    CONSTRAINT bank_statement_pk PRIMARY KEY (id)
);

CREATE TABLE bank_line (
    id           uuid        NOT NULL,
    statement_id uuid        NOT NULL,
    hash         text        NOT NULL,
    bank_id      text,
    booked_on    date        NOT NULL,
    currency     text        NOT NULL,
    amount       bigint      NOT NULL,
    payer        text        NOT NULL,
    payer_iban   text        NOT NULL,
    text         text        NOT NULL,
    status       text        NOT NULL,
    subject      uuid,
    reference    text,
    receipt_id   uuid,
    assignment   uuid,
    taken        bigint      NOT NULL DEFAULT 0,
    owed_back    bigint      NOT NULL DEFAULT 0,
    reason       text,
    decided_by   text,
    decided_at   timestamptz,
    returned_by  text,
    returned_at  timestamptz,
    CONSTRAINT bank_line_pk PRIMARY KEY (id),
    CONSTRAINT bank_line_hash_uk UNIQUE (hash),
    CONSTRAINT bank_line_statement_fk FOREIGN KEY (statement_id) REFERENCES bank_statement (id)
);
CREATE INDEX bank_line_status_ix ON bank_line (status, booked_on);

--liquibase formatted sql

--changeset plenary:342-voided-ticket
CREATE TABLE voided_ticket (
    code        text        NOT NULL,
    delegate_id uuid        NOT NULL,
    voided_at   timestamptz NOT NULL,
    CONSTRAINT voided_ticket_pk PRIMARY KEY (code),
    CONSTRAINT voided_ticket_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);

CREATE INDEX voided_ticket_delegate ON voided_ticket (delegate_id);

CREATE INDEX orders_contact ON orders (conference_id, lower(contact_email));

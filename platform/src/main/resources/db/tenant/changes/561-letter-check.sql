--liquibase formatted sql

--changeset plenary:561-letter-check
CREATE TABLE letter_rule (
    conference_id uuid    NOT NULL,
    checked       boolean NOT NULL,
    signer        text    NOT NULL,
    signer_post   jsonb   NOT NULL,
    signature     uuid,
    version       bigint  NOT NULL,
    CONSTRAINT letter_rule_pk PRIMARY KEY (conference_id)
);

CREATE TABLE letter_request (
    delegate_id   uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    fingerprint   text        NOT NULL,
    state         text        NOT NULL,
    reason        text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    decided_at    timestamptz,
    decided_by    text        NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT letter_request_pk PRIMARY KEY (delegate_id),
    CONSTRAINT letter_request_delegate_fk FOREIGN KEY (delegate_id) REFERENCES delegate (id)
);
COMMENT ON COLUMN letter_request.fingerprint IS 'of the passport that was checked, which is not kept here: another passport is checked anew';
CREATE INDEX letter_request_conference ON letter_request (conference_id, state, asked_at);

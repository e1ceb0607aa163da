--liquibase formatted sql

--changeset plenary:570-conference-declaration
CREATE TABLE conference_declaration (
    conference_id uuid        NOT NULL,
    said          jsonb       NOT NULL,
    version       bigint      NOT NULL,
    changed_at    timestamptz NOT NULL,
    changed_by    text        NOT NULL,
    CONSTRAINT conference_declaration_pk PRIMARY KEY (conference_id),
    CONSTRAINT conference_declaration_conference_fk FOREIGN KEY (conference_id) REFERENCES conference (id)
);
COMMENT ON TABLE conference_declaration IS 'what somebody said about a conference that its compliance rules ask for';

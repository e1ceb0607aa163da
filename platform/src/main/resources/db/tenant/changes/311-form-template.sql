--liquibase formatted sql

--changeset plenary:311-form-template
CREATE TABLE form_template (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    definition jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT form_template_pk PRIMARY KEY (id),
    CONSTRAINT form_template_name_unique UNIQUE (name)
);

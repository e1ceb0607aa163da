--liquibase formatted sql

--changeset plenary:310-registration-form-revision
ALTER TABLE registration_form ADD COLUMN revision int NOT NULL DEFAULT 0;

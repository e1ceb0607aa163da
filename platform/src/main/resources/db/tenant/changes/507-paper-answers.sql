--liquibase formatted sql

--changeset plenary:507-paper-answers
ALTER TABLE paper ADD COLUMN answers jsonb NOT NULL DEFAULT '{}';
ALTER TABLE paper ADD COLUMN form_version int NOT NULL DEFAULT 0;

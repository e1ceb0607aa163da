--liquibase formatted sql

--changeset plenary:504-paper-conflicts
ALTER TABLE paper ADD COLUMN conflicts jsonb NOT NULL DEFAULT '[]';

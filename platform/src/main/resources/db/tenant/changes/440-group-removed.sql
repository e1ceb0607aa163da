--liquibase formatted sql

--changeset plenary:440-group-removed
ALTER TABLE group_place ADD COLUMN removed jsonb NOT NULL DEFAULT '{}';

--liquibase formatted sql

--changeset plenary:352-discussion-group
ALTER TABLE delegate ADD COLUMN discussion_group text;

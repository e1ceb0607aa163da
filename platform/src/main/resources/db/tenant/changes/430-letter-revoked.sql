--liquibase formatted sql

--changeset plenary:430-letter-revoked
ALTER TABLE letter ADD COLUMN revoked_at timestamptz;

COMMENT ON COLUMN letter.revoked_at IS 'by staff; until they issue another the holder cannot have one of the kind';

--liquibase formatted sql

--changeset plenary:423-answered-at
ALTER TABLE delegate ADD COLUMN answered_at timestamptz;

COMMENT ON COLUMN delegate.answered_at IS 'when the answers were given, and what was consented to among them; of older ones the order knows';

--liquibase formatted sql

--changeset plenary:323-sales-rules
CREATE TABLE sales_rules (
    conference_id uuid  NOT NULL,
    definition    jsonb NOT NULL,
    CONSTRAINT sales_rules_pk PRIMARY KEY (conference_id)
);

--liquibase formatted sql

--changeset plenary:476-attrition-clause
-- 0 stood for a contract that says nothing of empty rooms; now that is a missing value, and 0 means that none may stay empty
UPDATE hotel SET definition = definition #- '{terms,attrition_percent}' WHERE definition #>> '{terms,attrition_percent}' = '0';

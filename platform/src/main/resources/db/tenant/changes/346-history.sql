--liquibase formatted sql

--changeset plenary:346-history
CREATE INDEX mail_delivery_recipient ON mail_delivery (lower(recipient));

CREATE INDEX audit_entry_subject ON audit_entry (subject);

CREATE INDEX delegate_email ON delegate (conference_id, lower(email));

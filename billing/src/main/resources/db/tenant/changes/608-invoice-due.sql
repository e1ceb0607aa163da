--liquibase formatted sql
--changeset plenary:608-invoice-due
alter table invoice add column due_on date;
comment on column invoice.due_on is 'the last day for an invoice that was not paid when it was issued';

--liquibase formatted sql
--changeset plenary:613-platform-invoice-tax
alter table control.platform_invoice add column tax_minor bigint not null default 0;

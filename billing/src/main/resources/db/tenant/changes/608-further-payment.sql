--liquibase formatted sql
--changeset plenary:608-further-payment
alter table payment add column further boolean not null default false;
comment on column payment.further is 'the subject may be paid for in part already: who sells decides whether it is too much';

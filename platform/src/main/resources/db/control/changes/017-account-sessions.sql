--liquibase formatted sql
--changeset plenary:017-account-sessions
alter table control.account add column sessions_from timestamptz;
comment on column control.account.sessions_from is 'who signed in before this is signed in no more';

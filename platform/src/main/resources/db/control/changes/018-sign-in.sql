--liquibase formatted sql
--changeset plenary:018-sign-in
create table control.sign_in (
    id uuid not null,
    account_id uuid not null,
    proof varchar(30) not null,
    browser varchar(40),
    system varchar(40),
    network varchar(64) not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    constraint sign_in_pkey primary key (id),
    constraint sign_in_account_fk foreign key (account_id) references control.account on delete cascade
);
comment on table control.sign_in is 'somebody who is signed in with one browser, on the platform host and on every tenant''s; without its row all these sessions have ended';
create index sign_in_account_idx on control.sign_in (account_id);
create index sign_in_seen_idx on control.sign_in (seen_at);
alter table control.sign_in_code add column sign_in_id uuid;

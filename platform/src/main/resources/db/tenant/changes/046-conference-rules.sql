--liquibase formatted sql
--changeset plenary:046-conference-rules
create table conference_rules (
    conference_id uuid not null,
    code varchar(40) not null,
    version int not null,
    pinned_at timestamptz not null,
    constraint conference_rules_pkey primary key (conference_id)
);
comment on table conference_rules is 'the version of the compliance rules that a conference keeps to, until somebody moves it to another';

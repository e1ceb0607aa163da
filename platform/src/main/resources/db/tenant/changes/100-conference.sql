--liquibase formatted sql
--changeset plenary:100-conference
create table conference (
    id uuid not null,
    slug varchar(31) not null,
    status varchar(16) not null,
    starts_on date not null,
    ends_on date not null,
    time_zone varchar(64) not null,
    currency char(3) not null,
    details jsonb not null,
    created_at timestamptz not null,
    published_at timestamptz,
    version bigint not null,
    constraint conference_pkey primary key (id),
    constraint conference_slug_key unique (slug),
    constraint conference_dates_check check (starts_on <= ends_on)
);
comment on column conference.details is 'name, description, venue and languages: read and written as a whole';

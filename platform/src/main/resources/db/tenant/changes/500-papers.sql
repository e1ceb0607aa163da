--liquibase formatted sql
--changeset plenary:500-papers

create table call_for_papers (
    conference uuid primary key,
    document jsonb,
    last_number integer not null default 0,
    version bigint not null default 0
);

create table paper (
    id uuid primary key,
    conference uuid not null,
    number integer not null,
    external_id text,
    title text not null,
    summary text not null,
    keywords jsonb not null,
    track text,
    status text not null,
    authors jsonb not null,
    file uuid,
    secret_hash text,
    source text,
    locale text not null,
    submitted_at timestamptz not null,
    version bigint not null default 1,
    constraint paper_number unique (conference, number),
    constraint paper_external_id unique (conference, external_id)
);

create table import_job (
    id uuid primary key,
    conference uuid not null,
    status text not null,
    total integer not null,
    done integer not null,
    problems jsonb not null,
    payload text,
    started_by text not null,
    started_at timestamptz not null
);

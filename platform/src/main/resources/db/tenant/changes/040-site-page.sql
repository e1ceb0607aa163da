--liquibase formatted sql
--changeset plenary:040-site-page
alter table stored_file add column shared_at timestamptz;
comment on column stored_file.shared_at is 'since when everybody may see it who knows its address; null for what is not for everybody';
create table site_page (
    page uuid not null,
    version integer not null,
    conference_id uuid,
    slug varchar(31) not null,
    content jsonb not null,
    is_latest boolean not null,
    is_published boolean not null,
    saved_by varchar(200) not null,
    saved_at timestamptz not null,
    constraint site_page_pkey primary key (page, version)
);
comment on table site_page is 'one row for each version of each page; published is at most one of a page, and need not be the latest';
comment on column site_page.conference_id is 'null for a page of the organization itself';
create unique index site_page_latest_idx on site_page (conference_id, slug) nulls not distinct where is_latest;
create unique index site_page_published_idx on site_page (conference_id, slug) nulls not distinct where is_published;

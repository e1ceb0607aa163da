--liquibase formatted sql
--changeset plenary:041-site-setting
create table site_setting (
    id smallint not null,
    font varchar(30),
    footer jsonb not null,
    constraint site_setting_pkey primary key (id),
    constraint site_setting_one check (id = 1)
);
comment on table site_setting is 'what stands around the public pages; no row while nobody has set anything';
comment on column site_setting.font is 'one of those that the platform has; null for the usual one';

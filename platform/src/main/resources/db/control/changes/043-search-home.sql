--liquibase formatted sql
--changeset plenary:043-search-home
create table control.search_home (
    kind varchar(40) not null,
    tenant_id uuid not null,
    stage varchar(20) not null,
    since timestamptz not null,
    constraint search_home_pkey primary key (kind, tenant_id),
    constraint search_home_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.search_home is 'whose documents of one kind have an index of their own, or are on the way there or back';

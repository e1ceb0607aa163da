--liquibase formatted sql
--changeset plenary:712-announcement
create table control.announcement (
    id uuid not null,
    kind varchar(20) not null,
    title jsonb not null,
    body jsonb not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    statuses text[] not null,
    plans text[] not null,
    published_at timestamptz not null,
    published_by varchar(200) not null,
    withdrawn_at timestamptz,
    constraint announcement_pkey primary key (id),
    constraint announcement_times check (from_at < until_at)
);
comment on table control.announcement is 'what operators tell organizers; never changed, only withdrawn. No status or no plan means all of them';
create index announcement_until on control.announcement (until_at);
create table control.announcement_dismissal (
    announcement_id uuid not null,
    tenant_id uuid not null,
    caller varchar(100) not null,
    at timestamptz not null,
    constraint announcement_dismissal_pkey primary key (announcement_id, caller, tenant_id),
    constraint announcement_dismissal_announcement_fkey foreign key (announcement_id) references control.announcement (id),
    constraint announcement_dismissal_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.announcement_dismissal is 'who does not want to see an announcement any more';
create index announcement_dismissal_tenant on control.announcement_dismissal (tenant_id);

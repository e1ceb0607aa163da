--liquibase formatted sql
--changeset plenary:710-tenant-vitals
create table control.tenant_vitals (
    tenant_id uuid not null,
    measured_at timestamptz not null,
    reachable boolean not null,
    conferences bigint not null,
    registrations bigint not null,
    storage_bytes bigint not null,
    over_quota boolean not null,
    late_events int not null,
    failing_endpoints int not null,
    last_active_at timestamptz,
    constraint tenant_vitals_pkey primary key (tenant_id),
    constraint tenant_vitals_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.tenant_vitals is 'how each tenant does, as a job last measured it: lists of tenants count nothing themselves';
create table control.failing_endpoint (
    tenant_id uuid not null,
    endpoint_id uuid not null,
    host varchar(253) not null,
    failures int not null,
    since timestamptz not null,
    stopped boolean not null,
    constraint failing_endpoint_pkey primary key (tenant_id, endpoint_id),
    constraint failing_endpoint_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.failing_endpoint is 'organizers'' programs that do not answer, as the same job last found them';
create index failing_endpoint_since on control.failing_endpoint (since);
create table control.growth (
    month date not null,
    kind varchar(20) not null,
    came bigint not null,
    constraint growth_pkey primary key (month, kind)
);
comment on table control.growth is 'what came to the whole platform in each month; it stays when a tenant or a sign-up is forgotten';

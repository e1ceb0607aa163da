--liquibase formatted sql
--changeset plenary:721-tenant-job
create table control.tenant_job (
    id uuid not null,
    tenant_id uuid not null,
    kind varchar(20) not null,
    status varchar(20) not null,
    asked_by varchar(100) not null,
    asker_name varchar(200) not null,
    asked_at timestamptz not null,
    claim uuid,
    seen_at timestamptz,
    finished_at timestamptz,
    attempts int not null,
    step varchar(30) not null,
    done int not null,
    total int not null,
    problem varchar(500),
    facts jsonb not null,
    constraint tenant_job_pkey primary key (id)
);
comment on table control.tenant_job is 'long work for one tenant: exports, backups, restores; who works on one says so from time to time, and one that nobody works on is taken up again';
comment on column control.tenant_job.claim is 'who works on it; whoever finds another one here stops';
create unique index tenant_job_open on control.tenant_job (tenant_id, kind) where status in ('WAITING', 'RUNNING');
create index tenant_job_of_tenant on control.tenant_job (tenant_id, asked_at);

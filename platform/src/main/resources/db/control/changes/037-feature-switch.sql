--liquibase formatted sql
--changeset plenary:037-feature-switch
create table control.feature_switch (
    feature varchar(40) not null,
    percent int not null,
    changed_at timestamptz not null,
    changed_by varchar(200) not null,
    constraint feature_switch_pkey primary key (feature),
    constraint feature_switch_percent check (percent between 0 and 100)
);
comment on table control.feature_switch is 'for how many of all tenants something is on; what is not in it is as the code declares it';
create table control.feature_tenant (
    feature varchar(40) not null,
    tenant_id uuid not null,
    switched_on boolean not null,
    changed_at timestamptz not null,
    changed_by varchar(200) not null,
    constraint feature_tenant_pkey primary key (feature, tenant_id),
    constraint feature_tenant_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.feature_tenant is 'tenants for which something is on or off whatever holds for the others';
create index feature_tenant_tenant on control.feature_tenant (tenant_id);

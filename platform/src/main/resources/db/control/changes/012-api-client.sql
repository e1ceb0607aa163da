--liquibase formatted sql
--changeset plenary:012-api-client
create table control.api_client (
    id varchar(64) not null,
    tenant_id uuid not null,
    name varchar(100) not null,
    secret_hash varchar(64) not null,
    scopes text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    constraint api_client_pkey primary key (id),
    constraint api_client_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);
create index api_client_tenant_idx on control.api_client (tenant_id);

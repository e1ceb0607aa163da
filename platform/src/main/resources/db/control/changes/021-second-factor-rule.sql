--liquibase formatted sql
--changeset plenary:021-second-factor-rule
create table control.second_factor_rule (
    tenant_id uuid not null,
    role varchar(30) not null,
    constraint second_factor_rule_pkey primary key (tenant_id, role),
    constraint second_factor_rule_tenant_fk foreign key (tenant_id) references control.tenant on delete cascade
);
comment on table control.second_factor_rule is 'the roles whose holders an organization lets in with a second factor only';

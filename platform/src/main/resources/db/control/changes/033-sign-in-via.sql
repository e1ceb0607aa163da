--liquibase formatted sql
--changeset plenary:033-sign-in-via
alter table control.sign_in add column via varchar(10);
alter table control.sign_in add column provider_id uuid;
alter table control.sign_in add column only_tenant_id uuid;
alter table control.sign_in add constraint sign_in_provider_fk
    foreign key (provider_id) references control.sign_in_provider on delete cascade;
comment on column control.sign_in.only_tenant_id is 'somebody signed in by an organization''s own provider is so in that organization alone';
create index sign_in_provider_idx on control.sign_in (provider_id) where provider_id is not null;

--liquibase formatted sql
--changeset plenary:030-tenant-domain
alter table control.tenant add column domain varchar(253);
alter table control.tenant add constraint tenant_domain_key unique (domain);
comment on column control.tenant.domain is 'a host of its own that shows the public pages too; only one that was proved to be theirs';

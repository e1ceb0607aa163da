--liquibase formatted sql
--changeset plenary:042-mail-sender
create table control.mail_sender (
    tenant_id uuid not null,
    name varchar(80),
    footer jsonb not null default '{}',
    reply_to varchar(254),
    asked_reply_to varchar(254),
    asked_request uuid,
    asked_at timestamptz,
    code_hash varchar(64),
    tries smallint not null default 0,
    constraint mail_sender_pkey primary key (tenant_id),
    constraint mail_sender_tenant_fkey foreign key (tenant_id) references control.tenant (id) on delete cascade
);
comment on table control.mail_sender is 'how the mails of a tenant are signed; in columns, so that nodes of another version read what they know';
comment on column control.mail_sender.reply_to is 'only an address whose owner typed the code that was mailed there';
comment on column control.mail_sender.tries is 'wrong codes for the address that is asked for';

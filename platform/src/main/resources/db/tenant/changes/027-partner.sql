--liquibase formatted sql
--changeset plenary:027-partner
create table partner (
    id uuid not null,
    conference_id uuid not null,
    name varchar(200) not null,
    contact_name varchar(200) not null,
    contact_email varchar(254) not null,
    agreement varchar(200),
    file_id uuid,
    file_name varchar(200),
    ends_on date not null,
    ended_at timestamptz,
    created_at timestamptz not null,
    constraint partner_pkey primary key (id)
);
comment on column partner.ends_on is 'the last day of all its people, in the time zone of the organization';
create index partner_conference_idx on partner (conference_id, id);
create index person_role_partner_idx on person_role (partner_id) where partner_id is not null;

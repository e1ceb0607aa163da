--liquibase formatted sql
--changeset plenary:026-member-invitation
create table member_invitation (
    id uuid not null,
    name varchar(200) not null,
    email varchar(254) not null,
    language varchar(16) not null,
    role varchar(32) not null,
    conference_id uuid,
    ends_on date,
    partner_id uuid,
    secret_hash varchar(64) not null,
    mailing int not null,
    expires_at timestamptz not null,
    invited_by varchar(100) not null,
    invited_by_name varchar(200) not null,
    created_at timestamptz not null,
    constraint member_invitation_pkey primary key (id),
    constraint member_invitation_key unique nulls not distinct (email, role, conference_id, partner_id),
    constraint member_invitation_secret_key unique (secret_hash)
);
comment on column member_invitation.mailing is 'how often it was mailed; the link of the mail before ends with the next one';

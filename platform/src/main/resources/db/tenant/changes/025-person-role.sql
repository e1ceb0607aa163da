--liquibase formatted sql
--changeset plenary:025-person-role
create table person_role (
    id uuid not null,
    person_id uuid not null,
    role varchar(32) not null,
    conference_id uuid,
    ends_on date,
    partner_id uuid,
    created_at timestamptz not null,
    constraint person_role_pkey primary key (id),
    constraint person_role_person_fk foreign key (person_id) references person (id) on delete cascade,
    constraint person_role_key unique nulls not distinct (person_id, role, conference_id, partner_id)
);
comment on table person_role is 'person.role is still written for the version before, which reads nothing else';
comment on column person_role.conference_id is 'null for the whole organization';
comment on column person_role.ends_on is 'the last day, in the time zone of the organization';
insert into person_role (id, person_id, role, created_at)
select gen_random_uuid(), id, role, created_at from person;

--liquibase formatted sql
--changeset plenary:105-conference-bodies
alter table conference add column bodies jsonb not null default '[]';
comment on column conference.bodies is 'committees, offices and departments with their duties and members, read and written as a whole';

-- a role that comes with a seat in a body is one of its own beside the same role given otherwise
alter table person_role add column seat_id uuid;
alter table person_role drop constraint person_role_key;
alter table person_role add constraint person_role_key unique nulls not distinct
    (person_id, role, conference_id, partner_id, seat_id);
comment on column person_role.seat_id is 'the membership of a body of the conference that it comes with';
create index person_role_seat_idx on person_role (seat_id) where seat_id is not null;
alter table member_invitation add column seat_id uuid;
alter table member_invitation drop constraint member_invitation_key;
alter table member_invitation add constraint member_invitation_key unique nulls not distinct
    (email, role, conference_id, partner_id, seat_id);

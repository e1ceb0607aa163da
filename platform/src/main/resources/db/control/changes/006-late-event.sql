--liquibase formatted sql
--changeset plenary:006-late-event
alter table control.event_publication add column failures int not null default 0;
alter table control.event_publication add column last_error text;
create table control.late_event (
    id uuid not null,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_attempts int not null,
    failures int not null,
    last_error text,
    next_try_at timestamptz,
    constraint late_event_pk primary key (id)
);
comment on table control.late_event is 'deliveries that failed and wait for their next try; one without a time for it is parked and waits for the operator';
create index late_event_by_next_try_at_idx on control.late_event (next_try_at);

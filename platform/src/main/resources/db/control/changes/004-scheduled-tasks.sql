--liquibase formatted sql
--changeset plenary:004-scheduled-tasks
create table control.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on control.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on control.scheduled_tasks (last_heartbeat);

--liquibase formatted sql
--changeset plenary:711-job-failure
create table control.job_failure (
    task_name text not null,
    task_instance text not null,
    failed_at timestamptz not null,
    fault varchar(500) not null,
    constraint job_failure_pkey primary key (task_name, task_instance)
);
comment on table control.job_failure is 'what was wrong the last time that a job failed: the table of jobs does not keep it';

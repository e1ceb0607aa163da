--liquibase formatted sql

--changeset plenary:351-delegate-job
CREATE TABLE delegate_job (
    conference_id uuid        NOT NULL,
    id            uuid        NOT NULL,
    kind          text        NOT NULL,
    status        text        NOT NULL,
    total         int         NOT NULL,
    done          int         NOT NULL,
    request       jsonb       NOT NULL,
    problems      jsonb       NOT NULL,
    result        bytea,
    started_by    text        NOT NULL,
    started_at    timestamptz NOT NULL,
    CONSTRAINT delegate_job_pk PRIMARY KEY (conference_id, id)
);

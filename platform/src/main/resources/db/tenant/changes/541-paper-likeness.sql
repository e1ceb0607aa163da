--liquibase formatted sql

--changeset plenary:541-paper-likeness
CREATE TABLE paper_print (
    paper    uuid     NOT NULL,
    number   int      NOT NULL,
    summary  text     NOT NULL,
    file     uuid,
    title    bigint,
    brief    bigint[] NOT NULL,
    body     bigint[] NOT NULL,
    words    int      NOT NULL,
    version  bigint   NOT NULL,
    compared boolean  NOT NULL,
    tries    int      NOT NULL,
    CONSTRAINT paper_print_pk PRIMARY KEY (paper),
    CONSTRAINT paper_print_number UNIQUE (number),
    CONSTRAINT paper_print_paper_fk FOREIGN KEY (paper) REFERENCES paper (id) ON DELETE CASCADE
);

CREATE TABLE paper_print_value (
    value bigint NOT NULL,
    print int    NOT NULL,
    CONSTRAINT paper_print_value_pk PRIMARY KEY (value, print)
);

CREATE TABLE paper_likeness (
    id                uuid        NOT NULL,
    first             uuid        NOT NULL,
    second            uuid        NOT NULL,
    first_conference  uuid        NOT NULL,
    second_conference uuid        NOT NULL,
    alike             float8      NOT NULL,
    likeness          jsonb       NOT NULL,
    words             int         NOT NULL,
    same_title        boolean     NOT NULL,
    state             text        NOT NULL,
    found_at          timestamptz NOT NULL,
    passages          jsonb,
    passages_asked_at timestamptz,
    CONSTRAINT paper_likeness_pk PRIMARY KEY (id),
    CONSTRAINT paper_likeness_pair UNIQUE (first, second),
    CONSTRAINT paper_likeness_first_fk FOREIGN KEY (first) REFERENCES paper (id) ON DELETE CASCADE,
    CONSTRAINT paper_likeness_second_fk FOREIGN KEY (second) REFERENCES paper (id) ON DELETE CASCADE
);
CREATE INDEX paper_likeness_second ON paper_likeness (second);
CREATE INDEX paper_likeness_first_conference ON paper_likeness (first_conference);
CREATE INDEX paper_likeness_second_conference ON paper_likeness (second_conference);

CREATE TABLE paper_likeness_ruling (
    pair       uuid        NOT NULL,
    conference uuid        NOT NULL,
    ruling     text        NOT NULL,
    reason     text        NOT NULL,
    ruled_by   text        NOT NULL,
    ruled_at   timestamptz NOT NULL,
    CONSTRAINT paper_likeness_ruling_pk PRIMARY KEY (pair, conference),
    CONSTRAINT paper_likeness_ruling_pair_fk FOREIGN KEY (pair) REFERENCES paper_likeness (id) ON DELETE CASCADE
);

CREATE TABLE paper_likeness_rules (
    conference uuid   NOT NULL,
    percent    int    NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT paper_likeness_rules_pk PRIMARY KEY (conference)
);

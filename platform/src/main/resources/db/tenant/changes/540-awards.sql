--liquibase formatted sql

--changeset plenary:540-awards
CREATE TABLE paper_award (
    id           uuid        NOT NULL,
    conference   uuid        NOT NULL,
    plan         jsonb       NOT NULL,
    opened_at    timestamptz,
    closed_at    timestamptz,
    outcome      jsonb,
    announced_at timestamptz,
    version      bigint      NOT NULL,
    CONSTRAINT paper_award_pk PRIMARY KEY (id)
);
COMMENT ON COLUMN paper_award.closed_at IS 'by the chairs, before voting would have ended by itself';
COMMENT ON COLUMN paper_award.announced_at IS 'since when anybody but staff knows the outcome';
CREATE INDEX paper_award_conference ON paper_award (conference);

CREATE TABLE paper_award_nominee (
    award      uuid  NOT NULL,
    paper      uuid  NOT NULL,
    conference uuid  NOT NULL,
    student    text  NOT NULL,
    laudation  jsonb NOT NULL,
    CONSTRAINT paper_award_nominee_pk PRIMARY KEY (award, paper),
    CONSTRAINT paper_award_nominee_award_fk FOREIGN KEY (award) REFERENCES paper_award (id),
    CONSTRAINT paper_award_nominee_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
COMMENT ON COLUMN paper_award_nominee.student IS 'name of the student among the authors; empty for none';

CREATE TABLE paper_award_juror (
    id          uuid        NOT NULL,
    conference  uuid        NOT NULL,
    email       text        NOT NULL,
    name        text        NOT NULL,
    locale      text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    reminded_at timestamptz,
    CONSTRAINT paper_award_juror_pk PRIMARY KEY (id),
    CONSTRAINT paper_award_juror_email UNIQUE (conference, email)
);

CREATE TABLE paper_award_ballot (
    award      uuid        NOT NULL,
    juror      uuid        NOT NULL,
    conference uuid        NOT NULL,
    ballot     jsonb       NOT NULL,
    cast_at    timestamptz NOT NULL,
    CONSTRAINT paper_award_ballot_pk PRIMARY KEY (award, juror),
    CONSTRAINT paper_award_ballot_award_fk FOREIGN KEY (award) REFERENCES paper_award (id),
    CONSTRAINT paper_award_ballot_juror_fk FOREIGN KEY (juror) REFERENCES paper_award_juror (id)
);
COMMENT ON TABLE paper_award_ballot IS 'secret: counted, and shown to nobody but the juror';

CREATE TABLE paper_award_certificate (
    id         uuid        NOT NULL,
    conference uuid        NOT NULL,
    award      uuid        NOT NULL,
    paper      uuid        NOT NULL,
    number     text        NOT NULL,
    code       text        NOT NULL,
    award_name jsonb       NOT NULL,
    title      text        NOT NULL,
    authors    text        NOT NULL,
    student    text        NOT NULL,
    issued_at  timestamptz NOT NULL,
    CONSTRAINT paper_award_certificate_pk PRIMARY KEY (id),
    CONSTRAINT paper_award_certificate_code UNIQUE (code),
    CONSTRAINT paper_award_certificate_number UNIQUE (conference, number),
    CONSTRAINT paper_award_certificate_one UNIQUE (award, paper),
    CONSTRAINT paper_award_certificate_award_fk FOREIGN KEY (award) REFERENCES paper_award (id),
    CONSTRAINT paper_award_certificate_paper_fk FOREIGN KEY (paper) REFERENCES paper (id)
);
CREATE INDEX paper_award_certificate_paper ON paper_award_certificate (paper);

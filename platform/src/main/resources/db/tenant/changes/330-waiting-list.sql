--liquibase formatted sql

--changeset plenary:330-waiting-list
ALTER TABLE stock
    ADD COLUMN waiting       int    NOT NULL DEFAULT 0,
    ADD COLUMN withheld      int    NOT NULL DEFAULT 0,
    ADD COLUMN withheld_ever bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT stock_waiting_not_negative CHECK (waiting >= 0),
    ADD CONSTRAINT stock_withheld_not_negative CHECK (withheld >= 0);

CREATE TABLE waiting_list (
    conference_id uuid    NOT NULL,
    is_open       boolean NOT NULL DEFAULT false,
    offer_hours   int     NOT NULL DEFAULT 24,
    price_rule    text    NOT NULL DEFAULT 'today',
    ends_on       date,
    asked         bigint  NOT NULL DEFAULT 0,
    turn          uuid,
    turn_until    timestamptz,
    version       bigint  NOT NULL DEFAULT 0,
    CONSTRAINT waiting_list_pk PRIMARY KEY (conference_id)
);

CREATE TABLE waiting_entry (
    id            uuid        NOT NULL,
    conference_id uuid        NOT NULL,
    status        text        NOT NULL,
    rank          int         NOT NULL DEFAULT 0,
    name          text        NOT NULL,
    email         text        NOT NULL,
    country       char(2)     NOT NULL,
    locale        text        NOT NULL,
    secret_hashes text[]      NOT NULL,
    wishes        jsonb       NOT NULL,
    thing         text        NOT NULL,
    keys          text[]      NOT NULL,
    scarce        text[]      NOT NULL,
    needed        text[]      NOT NULL,
    priced_on     date,
    joined_at     timestamptz NOT NULL,
    order_id      uuid,
    offered_wish  int,
    offered_at    timestamptz,
    by_hand       boolean     NOT NULL DEFAULT false,
    ended_at      timestamptz,
    trouble       text,
    version       bigint      NOT NULL DEFAULT 0,
    CONSTRAINT waiting_entry_pk PRIMARY KEY (id)
);

CREATE UNIQUE INDEX waiting_entry_once ON waiting_entry (conference_id, lower(email), thing) WHERE status = 'waiting';

CREATE INDEX waiting_entry_turn ON waiting_entry (conference_id, rank, id);

CREATE INDEX waiting_entry_order ON waiting_entry (order_id);

--liquibase formatted sql
--changeset plenary:603-invoice
create table invoice_series (
    conference_id uuid not null,
    kind varchar(20) not null,
    prefix varchar(60) not null,
    next bigint not null,
    constraint invoice_series_pkey primary key (conference_id, kind)
);
create table invoice (
    id uuid not null,
    kind varchar(20) not null,
    number varchar(80) not null,
    subject uuid not null,
    conference_id uuid not null,
    snapshot jsonb not null,
    total bigint not null,
    currency char(3) not null,
    issued_at timestamptz not null,
    constraint invoice_pkey primary key (id),
    constraint invoice_number_key unique (number)
);
create index invoice_subject_idx on invoice (subject);
create unique index invoice_one_per_subject_idx on invoice (subject) where kind = 'INVOICE';

--changeset plenary:603-invoices-in-the-books
-- payments were booked as sales, and refunds against them; now documents are the sales, and money settles what they ask for
update ledger_entry set account = 'receivables' where account in ('sales', 'refunds');
insert into ledger_entry (id, entry, source, key, line, account, debit, credit, currency, subject, reference, booked_at)
select gen_random_uuid(), i.id, case i.kind when 'INVOICE' then 'invoice' else 'credit_note' end, i.id::text, side.line, side.account,
    greatest(i.total * side.sign, 0), greatest(-i.total * side.sign, 0), i.currency, i.subject, i.snapshot ->> 'reference', i.issued_at
from invoice i cross join (values (0, 'receivables', 1), (1, 'sales', -1)) as side (line, account, sign)
where i.kind in ('INVOICE', 'CREDIT_NOTE') and i.total <> 0;

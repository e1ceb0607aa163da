package org.plenary.billing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Pdfs;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's invoices and credit notes; each keeps what it said. */
@Component
class IssuedInvoices implements Invoices {
    private static final String COLUMNS = "select id, kind, number, total, currency, issued_at from invoice ";

    private final JdbcClient jdbc;
    private final InvoiceNumbers numbers;
    private final Json json;
    private final Pdfs pdfs;
    private final Clock clock;

    IssuedInvoices(JdbcClient jdbc, InvoiceNumbers numbers, Json json, Pdfs pdfs, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.json = json;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    private record Kept(Document document, Snapshot snapshot) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Document invoice(Issue issue) {
        numbers.lock(issue.conference(), Kind.INVOICE, issue.seriesPrefix());
        var former = existing(issue.subject());
        if (former.isPresent()) return former.get();
        var number = numbers.next(issue.conference(), Kind.INVOICE);
        var tenant = Tenancy.require();
        var snapshot = new Snapshot(
                tenant.name(),
                tenant.country(),
                issue.reference(),
                issue.seriesPrefix(),
                issue.conference(),
                issue.billedTo(),
                issue.lines(),
                issue.total(),
                Languages.nearest(issue.locale().toLanguageTag()),
                null,
                null);
        return keep(issue.subject(), Kind.INVOICE, number, snapshot);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable Document creditNote(UUID subject, List<PaymentRequest.Line> lines, String reason) {
        var invoice = existing(subject).map(this::kept).orElse(null);
        if (invoice == null) return null;
        var snapshot = invoice.snapshot();
        numbers.lock(snapshot.conference(), Kind.CREDIT_NOTE, snapshot.prefix());
        var number = numbers.next(snapshot.conference(), Kind.CREDIT_NOTE);
        return keep(
                subject,
                Kind.CREDIT_NOTE,
                number,
                snapshot.credited(lines, invoice.document().number(), reason));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> of(UUID subject) {
        return of(List.of(subject));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + "where subject in (:subjects) and void_reason is null order by issued_at, id")
                .param("subjects", subjects)
                .query(IssuedInvoices::document)
                .list();
    }

    @Override
    public byte[] pdf(UUID document) {
        var kept = jdbc.sql(COLUMNS + "where id = ?")
                .param(document)
                .query(IssuedInvoices::document)
                .optional()
                .map(this::kept)
                .orElseThrow(() -> new Problem.NotFound("This document"));
        var zone = Tenancy.require().timeZone();
        if (kept.snapshot().received() != null) return receipt(kept, zone);
        return pdfs.draw(
                "pdf/billing/invoice",
                kept.snapshot().locale(),
                Map.of(
                        "document", kept.document(),
                        "snapshot", kept.snapshot(),
                        "isCredit", kept.document().kind() == Kind.CREDIT_NOTE,
                        "taxes", kept.snapshot().taxes(),
                        "issuedOn", kept.document().issuedAt().atZone(zone).toLocalDate()));
    }

    private byte[] receipt(Kept kept, ZoneId zone) {
        var voidReason = jdbc.sql("select coalesce(void_reason, '') from invoice where id = ?")
                .param(kept.document().id())
                .query(String.class)
                .single();
        return pdfs.draw(
                "pdf/billing/receipt",
                kept.snapshot().locale(),
                Map.of(
                        "document",
                        kept.document(),
                        "snapshot",
                        kept.snapshot(),
                        "voidReason",
                        voidReason,
                        "zone",
                        zone));
    }

    Document keep(UUID subject, Kind kind, String number, Snapshot snapshot) {
        var document = new Document(Ids.next(), kind, number, snapshot.total(), clock.instant());
        jdbc.sql("""
                        insert into invoice (id, kind, number, subject, conference_id, snapshot, total, currency, issued_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .param(document.id())
                .param(kind.name())
                .param(number)
                .param(subject)
                .param(snapshot.conference())
                .param(json.write(snapshot))
                .param(snapshot.total().getAmountMinorLong())
                .param(snapshot.total().getCurrencyUnit().getCode())
                .param(Timestamp.from(document.issuedAt()))
                .update();
        return document;
    }

    private Optional<Document> existing(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = ? and kind = 'INVOICE'")
                .param(subject)
                .query(IssuedInvoices::document)
                .optional();
    }

    private Kept kept(Document document) {
        var snapshot = jdbc.sql("select snapshot from invoice where id = ?")
                .param(document.id())
                .query((row, number) -> row.getString("snapshot"))
                .single();
        return new Kept(document, json.read(snapshot, Snapshot.class));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}

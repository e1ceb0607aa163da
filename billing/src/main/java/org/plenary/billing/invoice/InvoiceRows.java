package org.plenary.billing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.payments.Invoices.Document;
import org.plenary.payments.Invoices.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents of the bound tenant as they were issued. */
@Component
class InvoiceRows {
    private static final String DOCUMENT = """
            id, kind, number, total, currency, issued_at, due_on,
            coalesce(snapshot #>> '{details,vat_id}', snapshot #>> '{details,tax_number}') is not null as has_tax_number,
            array_remove(array[snapshot ->> 'amends'] || array(select jsonb_array_elements_text(
                case jsonb_typeof(snapshot -> 'also_amends') when 'array' then snapshot -> 'also_amends' else '[]' end)), null)
                as amends""";

    private static final String COLUMNS = "select " + DOCUMENT + ", subject, snapshot, void_reason from invoice ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    InvoiceRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param voidReason why a receipt is void; empty when it is not */
    record Kept(UUID subject, Document document, Snapshot snapshot, String voidReason) {}

    Document keep(UUID subject, Kind kind, String number, Snapshot snapshot) {
        var document = new Document(
                Ids.next(),
                kind,
                number,
                snapshot.total(),
                clock.instant(),
                EInvoice.isPossible(kind, snapshot.total(), snapshot.details()),
                snapshot.payableBy(kind),
                snapshot.amended());
        jdbc.sql("""
                        insert into invoice (id, kind, number, subject, conference_id, snapshot, total, currency, issued_at,
                            due_on)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""")
                .param(document.id())
                .param(kind.name())
                .param(number)
                .param(subject)
                .param(snapshot.conference())
                .param(json.write(snapshot))
                .param(snapshot.total().getAmountMinorLong())
                .param(snapshot.total().getCurrencyUnit().getCode())
                .param(Timestamp.from(document.issuedAt()))
                .param(document.dueOn())
                .update();
        return document;
    }

    /** The day by which the invoice is to be paid from now on; what it says itself stays. */
    void postpone(UUID subject, LocalDate dueOn) {
        jdbc.sql("update invoice set due_on = ? where subject = ? and kind = 'INVOICE' and due_on is not null")
                .param(dueOn)
                .param(subject)
                .update();
    }

    Optional<Kept> invoiceOf(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = ? and kind = 'INVOICE'")
                .param(subject)
                .query(this::kept)
                .optional();
    }

    Optional<Kept> find(UUID document) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(document)
                .query(this::kept)
                .optional();
    }

    /** Without the void ones, the oldest first. */
    List<Document> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql("select " + DOCUMENT + """

                        from invoice
                        where subject in (:subjects) and void_reason is null order by issued_at, id""")
                .param("subjects", subjects)
                .query(InvoiceRows::document)
                .list();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var reason = row.getString("void_reason");
        return new Kept(
                row.getObject("subject", UUID.class),
                document(row, number),
                json.read(row.getString("snapshot"), Snapshot.class),
                reason == null ? "" : reason);
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var total = Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total"));
        return new Document(
                row.getObject("id", UUID.class),
                kind,
                row.getString("number"),
                total,
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                EInvoice.isPossible(kind, total, row.getBoolean("has_tax_number")),
                row.getObject("due_on", LocalDate.class),
                List.of((String[]) row.getArray("amends").getArray()));
    }
}

package org.plenary.billing.invoice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.ledger.Ledger;
import org.plenary.communication.Pdfs;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues the bound tenant's invoices and credit notes, each with its entry in the books. */
@Component
class IssuedInvoices implements Invoices {
    private final InvoiceRows rows;
    private final InvoiceNumbers numbers;
    private final Sellers sellers;
    private final Ledger ledger;
    private final Pdfs pdfs;

    IssuedInvoices(InvoiceRows rows, InvoiceNumbers numbers, Sellers sellers, Ledger ledger, Pdfs pdfs) {
        this.rows = rows;
        this.numbers = numbers;
        this.sellers = sellers;
        this.ledger = ledger;
        this.pdfs = pdfs;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Document invoice(Issue issue) {
        numbers.lock(issue.conference(), Kind.INVOICE, issue.seriesPrefix());
        var former = rows.invoiceOf(issue.subject());
        if (former.isPresent()) return former.get().document();
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
        return keep(issue.subject(), Kind.INVOICE, number, snapshot.payable(issue.payable()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable Document creditNote(List<UUID> subjects, List<PaymentRequest.Line> lines, String reason) {
        var invoices = subjects.stream()
                .flatMap(subject -> rows.invoiceOf(subject).stream())
                .toList();
        if (invoices.isEmpty()) return null;
        var snapshot = invoices.getFirst().snapshot();
        numbers.lock(snapshot.conference(), Kind.CREDIT_NOTE, snapshot.prefix());
        var number = numbers.next(snapshot.conference(), Kind.CREDIT_NOTE);
        var amended =
                invoices.stream().map(invoice -> invoice.document().number()).toList();
        return keep(invoices.getFirst().subject(), Kind.CREDIT_NOTE, number, snapshot.credited(lines, amended, reason));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void postpone(UUID subject, LocalDate dueOn) {
        rows.postpone(subject, dueOn);
    }

    private Document keep(UUID subject, Kind kind, String number, Snapshot sold) {
        var snapshot = sold.by(sellers.current().orElse(null));
        var document = rows.keep(subject, kind, number, snapshot);
        Sale.of(document, snapshot).ifPresent(movement -> ledger.post(movement.about(subject, snapshot.reference())));
        return document;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> of(UUID subject) {
        return of(List.of(subject));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> of(Collection<UUID> subjects) {
        return rows.of(subjects);
    }

    @Override
    public Optional<byte[]> xml(UUID document) {
        return rows.find(document)
                .flatMap(kept -> EInvoice.of(kept, Tenancy.require().timeZone()));
    }

    @Override
    public byte[] pdf(UUID document) {
        var kept = rows.find(document).orElseThrow(() -> new Problem.NotFound("This document"));
        var zone = Tenancy.require().timeZone();
        if (kept.snapshot().received() != null) return receipt(kept, zone);
        var model = new HashMap<String, Object>();
        model.put("document", kept.document());
        model.put("snapshot", kept.snapshot());
        model.put("isCredit", kept.document().kind() == Kind.CREDIT_NOTE);
        model.put("taxes", kept.snapshot().taxes());
        model.put("issuedOn", kept.document().issuedAt().atZone(zone).toLocalDate());
        model.put("dueOn", kept.snapshot().payableBy(kept.document().kind()));
        return pdfs.draw("pdf/billing/invoice", kept.snapshot().locale(), model);
    }

    private byte[] receipt(InvoiceRows.Kept kept, ZoneId zone) {
        return pdfs.draw(
                "pdf/billing/receipt",
                kept.snapshot().locale(),
                Map.of(
                        "document",
                        kept.document(),
                        "snapshot",
                        kept.snapshot(),
                        "voidReason",
                        kept.voidReason(),
                        "zone",
                        zone));
    }
}

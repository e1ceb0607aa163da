package org.plenary.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** PORT: issues the documents of what was sold. Numbers have no gaps, so issuing joins the caller's transaction. */
public interface Invoices {
    enum Kind {
        INVOICE,
        RECEIPT,
        CREDIT_NOTE
    }

    /**
     * A document that was issued; it never changes.
     *
     * @param electronic whether {@link #xml} has it too
     */
    record Document(UUID id, Kind kind, String number, Money total, Instant issuedAt, boolean electronic) {}

    /**
     * @param conference the series of numbers is the conference's
     * @param seriesPrefix first part of the numbers, such as the conference's slug in upper case
     * @param billedTo name, further lines of an address, country
     */
    record Issue(
            UUID subject,
            String reference,
            UUID conference,
            String seriesPrefix,
            List<PaymentRequest.Line> lines,
            Money total,
            PaymentRequest.Payer billedTo,
            Locale locale) {}

    /** Issues the invoice of a subject; the one that exists already when there is one. In the caller's transaction. */
    Document invoice(Issue issue);

    /**
     * Issues a credit note over part or all of a subject's invoice, in the caller's transaction.
     *
     * @param lines as they were sold; what is kept of them stands against them with a negative price
     * @return null without an invoice
     */
    @Nullable
    Document creditNote(UUID subject, List<PaymentRequest.Line> lines, String reason);

    List<Document> of(UUID subject);

    /** The documents of all these subjects, the oldest first. */
    List<Document> of(Collection<UUID> subjects);

    /**
     * The document as an electronic invoice of EN 16931 (CII). Empty for what the standard has no place for: receipts, currencies with
     * three decimals, and sellers that have not given what it wants of them.
     */
    Optional<byte[]> xml(UUID document);

    /** @throws org.plenary.kernel.Problem.NotFound when the bound tenant has no such document */
    byte[] pdf(UUID document);
}

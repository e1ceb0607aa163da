package org.plenary.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
     * @param dueOn the day by which an invoice is to be paid; null for what was paid when it was issued
     * @param amends the numbers of the invoices that a credit note is over
     */
    record Document(
            UUID id,
            Kind kind,
            String number,
            Money total,
            Instant issuedAt,
            boolean electronic,
            @Nullable LocalDate dueOn,
            List<String> amends) {
        public Document(UUID id, Kind kind, String number, Money total, Instant issuedAt, boolean electronic) {
            this(id, kind, number, total, issuedAt, electronic, null, List.of());
        }
    }

    /**
     * That an invoice is still to be paid.
     *
     * @param by the last day, in that zone
     * @param account where the money goes; null when the buyer knows it from elsewhere
     */
    record Payable(LocalDate by, ZoneId zone, @Nullable Account account) {}

    /**
     * @param details what else a payer needs, such as the numbers of a country without IBAN
     * @param reference that the transfer is to carry
     */
    record Account(
            @Nullable String holder,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String details,
            String reference) {}

    /**
     * @param conference the series of numbers is the conference's
     * @param seriesPrefix first part of the numbers, such as the conference's slug in upper case
     * @param payable null when it is paid as it is issued
     */
    record Issue(
            UUID subject,
            String reference,
            UUID conference,
            String seriesPrefix,
            List<PaymentRequest.Line> lines,
            Money total,
            PaymentRequest.Payer billedTo,
            Locale locale,
            @Nullable Payable payable) {
        public Issue(
                UUID subject,
                String reference,
                UUID conference,
                String seriesPrefix,
                List<PaymentRequest.Line> lines,
                Money total,
                PaymentRequest.Payer billedTo,
                Locale locale) {
            this(subject, reference, conference, seriesPrefix, lines, total, billedTo, locale, null);
        }
    }

    /** Issues the invoice of a subject; the one that exists already when there is one. In the caller's transaction. */
    Document invoice(Issue issue);

    /**
     * Issues a credit note over part or all of the invoices of some subjects, in the caller's transaction. It names each of them.
     *
     * @param subjects whose lines are credited; it belongs to the first one that has an invoice
     * @param lines as they were sold; what is kept of them stands against them with a negative price
     * @return null without an invoice
     */
    @Nullable
    Document creditNote(List<UUID> subjects, List<PaymentRequest.Line> lines, String reason);

    /**
     * Gives more time to pay the invoice of a subject, in the caller's transaction. The document itself keeps the day that it says. Nothing
     * happens without one.
     */
    void postpone(UUID subject, LocalDate dueOn);

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

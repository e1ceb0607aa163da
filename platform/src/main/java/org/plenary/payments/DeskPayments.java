package org.plenary.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * PORT: takes and gives back money by hand, for the bound tenant. Nothing here talks to a provider: all of it happens in the
 * caller's transaction, and each movement is in the books. {@link Payments#of} tells of this money too.
 */
public interface DeskPayments {
    /** How money changes hands. */
    enum Method {
        CASH,
        CARD_TERMINAL,
        BANK_TRANSFER;

        /** The name in forms and in the database. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Method> of(@Nullable String wire) {
            for (var each : values()) if (each.wire().equals(wire)) return Optional.of(each);
            return Optional.empty();
        }
    }

    /** Who stands at the desk; the id never changes, the name is for people. */
    record Cashier(String id, String name) {}

    /**
     * Money that somebody hands over.
     *
     * @param key of the form it was written on: the same key is the same money
     * @param reference what people call the subject, such as an order's code
     * @param conference the series of receipt numbers is the conference's
     * @param seriesPrefix first part of the numbers, as for invoices
     * @param proof of the terminal or the bank; null for cash
     * @param rest what is still to be paid after it, for the receipt
     */
    record Taking(
            UUID key,
            UUID subject,
            String reference,
            UUID conference,
            String seriesPrefix,
            Method method,
            @Nullable String proof,
            Money amount,
            Money rest,
            PaymentRequest.Payer payer,
            Locale locale,
            Cashier cashier) {}

    /** @param reason as the one who did it wrote it */
    record Voided(String by, Instant at, String reason) {}

    /**
     * What was given for money; its document is the invoice of this id, see {@link Invoices#pdf}.
     *
     * @param left of the amount, without what went back or is to go back
     * @param voided null while it counts
     */
    record Receipt(
            UUID id,
            UUID subject,
            String number,
            Method method,
            @Nullable String proof,
            Money amount,
            Money left,
            String cashier,
            Instant at,
            @Nullable Voided voided) {
        public boolean isVoid() {
            return voided != null;
        }
    }

    /**
     * Money that is to be handed out.
     *
     * @param reference of the subject that it was taken for
     * @param number of the receipt that it goes back on
     * @param handedAt null while it waits; @param handedBy likewise
     */
    record Return(
            UUID id,
            UUID subject,
            String reference,
            String number,
            Method method,
            Money amount,
            String reason,
            Instant owedAt,
            @Nullable Instant handedAt,
            @Nullable String handedBy) {
        public boolean isWaiting() {
            return handedAt == null;
        }
    }

    /** The receipt that was given for this key, if any. */
    Optional<Receipt> ofKey(UUID key);

    /** Writes a receipt with the next number of the series; the one of the same key when there is one. */
    Receipt take(Taking taking);

    /**
     * Takes a wrong entry back by a counter entry. The receipt keeps its number and is void from then on.
     *
     * @throws org.plenary.kernel.Problem.Conflict {@code already_void}, or {@code already_returned} when money of it went back
     */
    Receipt cancel(UUID receipt, String reason, Cashier by);

    /** The receipts of a subject, the oldest first, void ones among them. */
    List<Receipt> of(UUID subject);

    /** Everything that was taken for the subject is to be handed back; once for each key. */
    void giveBack(UUID subject, String reason, String key);

    /** What goes back for a subject, the oldest first. */
    List<Return> returns(UUID subject);

    /** What waits to be handed out at a conference, the oldest first. */
    List<Return> waitingReturns(UUID conference, int limit);

    /**
     * Somebody has handed the money out; {@link PaymentRefunded} follows. A second time changes nothing.
     *
     * @throws org.plenary.kernel.Problem.NotFound when nothing of this id is to go back for the subject
     */
    void handedOut(UUID subject, UUID returning, Cashier by);

    /**
     * What one person took in one way and currency.
     *
     * @param returned handed out again; neither it nor what was voided is taken off what was taken
     */
    record Sum(String cashier, Method method, int receipts, Money taken, Money voided, Money returned) {
        public Money net() {
            return taken.minus(voided).minus(returned);
        }
    }

    /**
     * One movement of a desk.
     *
     * @param kind {@code payment}, {@code void} or {@code return}
     * @param amount negative when it left the desk
     */
    record Moved(
            Instant at,
            String kind,
            String cashier,
            Method method,
            @Nullable String proof,
            String number,
            String reference,
            Money amount) {}

    /** From one moment to before another. */
    List<Sum> sums(UUID conference, Instant from, Instant to);

    /** The movements of a time in their order. @param limit at most this many */
    List<Moved> movements(UUID conference, Instant from, Instant to, int limit);
}

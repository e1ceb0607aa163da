package org.plenary.payments;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * PORT: takes and gives back money for the bound tenant. A {@code subject} is what is paid for (an order's id); this side
 * knows no more of it. Everything here but {@code of} talks to a provider: never call it inside a transaction.
 */
public interface Payments {
    /** Whether the tenant can take cards at all, as far as is known; asks nobody and may be called inside a transaction. */
    boolean takesCards();

    /**
     * A page to pay on. While an earlier payment of the same subject and total is open, its page is given again; an open
     * one of another total is closed first.
     *
     * @return where to send the payer's browser
     * @throws org.plenary.kernel.Problem.Conflict code {@code already_paid}
     * @throws org.plenary.kernel.Problem.Unavailable code {@code payments_unavailable} when the provider cannot be reached
     *     or the tenant cannot take money yet; ask again later
     */
    URI start(PaymentRequest request);

    /**
     * Makes sure that nothing can be paid for the subject any more.
     *
     * @return false when it has been paid after all; {@link PaymentReceived} is then published or will be
     * @throws org.plenary.kernel.Problem.Unavailable when that cannot be known now
     */
    boolean close(UUID subject);

    /**
     * Makes sure that nothing can be paid on the page that is open for the subject; other payments of it do not matter.
     *
     * @return false when it was paid on that page just now
     * @throws org.plenary.kernel.Problem.Unavailable when that cannot be known now
     */
    boolean closePage(UUID subject);

    /** Asks the provider how the subject's open payment stands, for a payer who came back before the message did. */
    void refresh(UUID subject);

    /**
     * Gives money back to where it came from; {@link PaymentRefunded} follows. The same key twice is one refund.
     *
     * @param key names the refund in its business, such as {@code late:<order>}
     */
    void refund(UUID subject, Money amount, String reason, String key);

    /** The payments of a subject, the newest first. */
    List<Payment> of(UUID subject);

    /** The payments of some subjects, in the order of the subjects, the newest of each first. */
    List<Payment> of(Collection<UUID> subjects);

    /** The payments of a subject that the payer's bank wants back, the newest first. */
    List<Dispute> disputes(UUID subject);

    /**
     * @param status in the card provider's word: {@code needs_response}, {@code under_review}, {@code won} or {@code lost}
     * @param dueBy until when it can be answered
     */
    record Dispute(UUID id, Money amount, String status, java.time.@Nullable Instant dueBy) {}

    /**
     * @param counts false for what came in unasked and goes back by itself
     * @param paidWith such as {@code visa •••• 4242}, or null while unknown
     */
    record Payment(
            UUID id,
            PaymentStatus status,
            Money amount,
            Money refunded,
            boolean counts,
            @Nullable String paidWith,
            @Nullable String failure,
            java.time.Instant createdAt) {}
}

package org.plenary.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to pay.
 *
 * @param reference what people call the subject, such as an order's code
 * @param lines all in one currency, with tax included; they add up to the total
 * @param successUrl where the payer's browser goes after paying
 * @param expiresAt when the page stops taking money; at least half an hour ahead
 * @param further whether the subject may be paid for in part already: who asks knows what is open, and takes back nothing but what is
 *     more than that; null for no
 */
public record PaymentRequest(
        UUID subject,
        String reference,
        List<Line> lines,
        Money total,
        Payer payer,
        Locale locale,
        URI successUrl,
        URI cancelUrl,
        Instant expiresAt,
        @Nullable Boolean further) {

    public PaymentRequest(
            UUID subject,
            String reference,
            List<Line> lines,
            Money total,
            Payer payer,
            Locale locale,
            URI successUrl,
            URI cancelUrl,
            Instant expiresAt) {
        this(subject, reference, lines, total, payer, locale, successUrl, cancelUrl, expiresAt, null);
    }

    public boolean isFurther() {
        return Boolean.TRUE.equals(further);
    }

    /** Whose money it is that a line brings in, for the books. */
    public enum Revenue {
        SALES,
        /** Goes on to the hotel. */
        LODGING,
        DONATION;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param taxRate percent contained in the price, such as 19 or 8.1
     * @param taxNote why there is no tax, as the invoice says it; null when there is nothing to say
     */
    public record Line(
            String description,
            int quantity,
            Money unitPrice,
            Money total,
            BigDecimal taxRate,
            @Nullable String taxNote,
            Revenue revenue) {
        public Line {
            // documents that are older than the distinction do not have it
            revenue = Objects.requireNonNullElse(revenue, Revenue.SALES);
        }

        public Line(
                String description,
                int quantity,
                Money unitPrice,
                Money total,
                BigDecimal taxRate,
                @Nullable String taxNote) {
            this(description, quantity, unitPrice, total, taxRate, taxNote, Revenue.SALES);
        }

        public Line(String description, int quantity, Money unitPrice, Money total, BigDecimal taxRate) {
            this(description, quantity, unitPrice, total, taxRate, null);
        }

        /** The same taken back. */
        public Line negated() {
            return new Line(description, quantity, unitPrice.negated(), total.negated(), taxRate, taxNote, revenue);
        }

        /** So many more of the same. */
        public Line plus(Line more) {
            return new Line(
                    description,
                    quantity + more.quantity,
                    unitPrice,
                    total.plus(more.total),
                    taxRate,
                    taxNote,
                    revenue);
        }
    }

    /**
     * @param vatId of a business; null for everybody else
     * @param address null when it was not given
     * @param purchaseOrder the number that the payer's own order has in its books; null for none
     * @param organization that it is for, which the name begins with then; null for a person
     */
    public record Payer(
            String name,
            String email,
            String country,
            @Nullable String vatId,
            @Nullable PostalAddress address,
            @Nullable String purchaseOrder,
            @Nullable String organization) {
        public Payer(String name, String email, String country, @Nullable String vatId) {
            this(name, email, country, vatId, null, null, null);
        }

        public Payer(String name, String email, String country) {
            this(name, email, country, null);
        }
    }
}

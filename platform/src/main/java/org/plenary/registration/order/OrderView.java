package org.plenary.registration.order;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentStatus;

/**
 * An order as its buyer and the staff see it.
 *
 * @param secret told once, in the answer that makes the order
 * @param priceChanges of an order whose price goes by the period in which it is paid
 * @param balance of an order that is paid in parts or later; null for one that is paid in one go, or is over
 * @param invoice what was said of paying it by invoice; null when nobody asked
 * @param payment where to pay; null when nothing is to be paid, or no payment could be started now
 */
record OrderView(
        String code,
        @Nullable String secret,
        OrderStatus status,
        Contact contact,
        String locale,
        Money total,
        Money refunded,
        List<Line> lines,
        List<DelegateOfOrder> delegates,
        List<DocumentOfOrder> documents,
        List<PaymentOfOrder> payments,
        List<PriceOfOrder> priceChanges,
        @Nullable Balance balance,
        OrderCredits.@Nullable Credit invoice,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable PaymentPage payment) {

    /**
     * @param taxNote why there is no tax on it; null when there is nothing to say
     * @param delegate whose fee or option it is; null for what belongs to the whole order
     * @param listPrice what it would cost without a discount; null when there is none
     * @param replaced whether a change put other lines in its place; it is not in the total then
     */
    record Line(
            UUID id,
            String kind,
            String description,
            int quantity,
            Money unitPrice,
            Money total,
            BigDecimal taxRate,
            @Nullable String taxNote,
            @Nullable UUID delegate,
            @Nullable Money listPrice,
            boolean cancelled,
            boolean replaced) {
        /** Whether to say how many: the quantity of a room is its nights, which its description has; templates call it. */
        public boolean counted() {
            return LineKind.isCounted(kind, quantity);
        }

        Line and(Line other) {
            return new Line(
                    id,
                    kind,
                    description,
                    quantity + other.quantity,
                    unitPrice,
                    total.plus(other.total),
                    taxRate,
                    taxNote,
                    null,
                    listPrice,
                    cancelled,
                    replaced);
        }
    }

    /** @param ticket there once the order is confirmed */
    record DelegateOfOrder(
            UUID id,
            String name,
            String email,
            String country,
            String fee,
            String status,
            @Nullable String ticket) {
        boolean isValid() {
            return ticket != null && status.equals("confirmed");
        }
    }

    /**
     * @param electronic whether it is there as an electronic invoice too
     * @param dueOn of an invoice that was to be paid later
     * @param amends the numbers of the invoices that a credit note is over
     */
    record DocumentOfOrder(
            UUID id,
            Invoices.Kind kind,
            String number,
            Money total,
            Instant issuedAt,
            boolean electronic,
            @Nullable LocalDate dueOn,
            List<String> amends) {}

    record PaymentOfOrder(
            PaymentStatus status,
            Money amount,
            Money refunded,
            @Nullable String paidWith,
            @Nullable String failure,
            Instant createdAt) {}

    record PaymentPage(URI url) {}

    /**
     * @param at from when on it costs the other
     * @param keptAt when a payment came in that was started before; it kept the price
     */
    record PriceOfOrder(
            Money from,
            Money to,
            Instant at,
            @Nullable Instant announcedAt,
            @Nullable Instant changedAt,
            @Nullable Instant keptAt) {
        static PriceOfOrder of(PriceChange change) {
            return new PriceOfOrder(
                    change.from(),
                    change.to(),
                    change.changedAt() == null ? change.dueAt() : change.changedAt(),
                    change.announcedAt(),
                    change.changedAt(),
                    change.keptAt());
        }
    }

    /** The next change of the price that its buyer was told of; null for none. */
    public @Nullable PriceOfOrder nextPrice() {
        return priceChanges.stream()
                .filter(change -> change.changedAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** How the price has changed; templates call it. */
    public List<PriceOfOrder> formerPrices() {
        return priceChanges.stream()
                .filter(change -> change.changedAt() != null && !change.from().equals(change.to()))
                .toList();
    }

    /** What the cancelled lines cost; templates call it. */
    public Money worthOfCancelled() {
        return lines.stream()
                .filter(line -> line.cancelled() && !line.replaced())
                .map(Line::total)
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
    }

    public boolean hasCancelledLines() {
        return lines.stream().anyMatch(line -> line.cancelled() && !line.replaced());
    }

    /** Whether there is a ticket that is valid. */
    public boolean hasTickets() {
        return delegates.stream().anyMatch(DelegateOfOrder::isValid);
    }

    /** Equal lines as one, as pages and mails show them; templates call it. */
    public List<Line> linesTogether() {
        var together = new LinkedHashMap<Object, Line>();
        for (var line : lines) {
            var kind = line.delegate() == null
                    ? line.id()
                    : List.of(
                            line.description(),
                            line.unitPrice(),
                            String.valueOf(line.listPrice()),
                            line.cancelled(),
                            line.replaced());
            together.merge(kind, line, Line::and);
        }
        return List.copyOf(together.values());
    }

    /** Those who have a name; templates call it. */
    public List<DelegateOfOrder> named() {
        return delegates.stream().filter(each -> !each.name().isEmpty()).toList();
    }

    /** How many places wait for a name; templates call it. */
    public long missingNames() {
        return delegates.stream()
                .filter(each -> each.name().isEmpty())
                .filter(each -> each.status().equals("pending") || each.status().equals("confirmed"))
                .count();
    }

    OrderView opened(@Nullable String withSecret, @Nullable URI payAt) {
        return new OrderView(
                code,
                withSecret,
                status,
                contact,
                locale,
                total,
                refunded,
                lines,
                delegates,
                documents,
                payments,
                priceChanges,
                balance,
                invoice,
                createdAt,
                expiresAt,
                confirmedAt,
                endedAt,
                payAt == null ? null : new PaymentPage(payAt));
    }
}

package org.plenary.registration.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.PaymentRequest;
import org.plenary.registration.Sellable;
import tools.jackson.databind.JsonNode;

/**
 * A cart, checked and priced by us: what it costs, what it uses up, what is written for it.
 *
 * @param remarks codes of what is wrong with the typed code, in a preview
 * @param limits capacities of keys of the stock that are there for this buyer only
 */
public record Quote(
        CurrencyUnit currency,
        List<Line> lines,
        List<NewDelegate> delegates,
        List<Reservation> reservations,
        Map<String, Integer> limits,
        List<String> remarks) {

    /**
     * @param kind {@code fee}, {@code option}, {@code room} or {@code tour}
     * @param delegate whose fee or option it is; null for what belongs to the whole order
     * @param listed what it would cost without a discount; null when there is none
     * @param voucher that made it cheaper; null for none
     * @param taxNote what the invoice says about the tax; null for nothing
     * @param field of the form that an option was picked in; null for other kinds
     */
    public record Line(
            UUID id,
            String kind,
            String description,
            int quantity,
            Money unitPrice,
            Money total,
            BigDecimal taxRate,
            List<Sellable.Take> takes,
            @Nullable UUID delegate,
            @Nullable Money listed,
            @Nullable UUID voucher,
            @Nullable String taxNote,
            @Nullable String field) {
        public Line(
                UUID id,
                String kind,
                String description,
                int quantity,
                Money unitPrice,
                Money total,
                BigDecimal taxRate,
                List<Sellable.Take> takes,
                @Nullable UUID delegate) {
            this(id, kind, description, quantity, unitPrice, total, taxRate, takes, delegate, null, null, null, null);
        }

        /** The same line, using up something else. */
        Line taking(List<Sellable.Take> others) {
            return new Line(
                    id,
                    kind,
                    description,
                    quantity,
                    unitPrice,
                    total,
                    taxRate,
                    List.copyOf(others),
                    delegate,
                    listed,
                    voucher,
                    taxNote,
                    field);
        }

        static Line of(String kind, Sellable.Quoted sold) {
            return new Line(
                    sold.line(),
                    kind,
                    sold.description(),
                    sold.quantity(),
                    sold.unitPrice(),
                    sold.total(),
                    sold.taxRate(),
                    sold.takes(),
                    null);
        }

        /** Whether to say how many: the quantity of a room is its nights, which its description has; templates call it. */
        public boolean counted() {
            return LineKind.isCounted(kind, quantity);
        }

        PaymentRequest.Line ofPayment() {
            return new PaymentRequest.Line(
                    description, quantity, unitPrice, total, taxRate, taxNote, LineKind.revenue(kind));
        }

        private Line and(Line other) {
            return new Line(
                    id,
                    kind,
                    description,
                    quantity + other.quantity,
                    unitPrice,
                    total.plus(other.total),
                    taxRate,
                    takes,
                    delegate,
                    listed == null || other.listed == null ? null : listed.plus(other.listed),
                    voucher,
                    taxNote,
                    field);
        }

        /** Whether it costs less than it would without a code or a group; templates call it. */
        @JsonIgnore
        public boolean isReduced() {
            return listed != null && total.isLessThan(listed);
        }
    }

    record NewDelegate(
            UUID id,
            String fee,
            int formVersion,
            String name,
            String email,
            String country,
            Map<String, JsonNode> answers) {}

    record Reservation(Sellable seller, List<Sellable.Quoted> quoted) {}

    /** With the prices that were promised, each once; what was not promised costs what it costs. */
    Quote keeping(List<KeptPrice> promised) {
        var left = new ArrayList<>(promised);
        var kept = new ArrayList<Line>();
        for (var line : lines) {
            var price =
                    left.stream().filter(each -> each.isOf(line)).findFirst().orElse(null);
            kept.add(price == null ? line : price.applied(line));
            left.remove(price);
        }
        return new Quote(currency, List.copyOf(kept), delegates, reservations, limits, remarks);
    }

    Quote remarking(List<String> codes) {
        return new Quote(currency, lines, delegates, reservations, limits, codes);
    }

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
    }

    /** Equal lines as one; templates call it. */
    public List<Line> linesTogether() {
        var together = new LinkedHashMap<Object, Line>();
        for (var line : lines) {
            var kind = line.delegate() == null
                    ? line.id()
                    : List.of(line.description(), line.unitPrice(), String.valueOf(line.listed()));
            together.merge(kind, line, Line::and);
        }
        return List.copyOf(together.values());
    }

    /** How many of each key of the stock all lines together use up. */
    public Map<String, Integer> takes() {
        var sum = new TreeMap<String, Integer>();
        lines.forEach(line -> line.takes().forEach(take -> sum.merge(take.key(), take.quantity(), Math::addExact)));
        return sum;
    }

    List<Sellable.Take> allTakes() {
        var takes = new ArrayList<Sellable.Take>();
        lines.forEach(line -> takes.addAll(line.takes()));
        return takes;
    }
}

package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Sellable;
import tools.jackson.databind.JsonNode;

/** A cart, checked and priced by us: what it costs, what it uses up, what is written for it. */
public record Quote(
        CurrencyUnit currency, List<Line> lines, List<NewDelegate> delegates, List<Reservation> reservations) {

    /**
     * @param kind {@code fee}, {@code option}, {@code room} or {@code tour}
     * @param delegate whose fee or option it is; null for what belongs to the whole order
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
            @Nullable UUID delegate) {}

    record NewDelegate(
            UUID id,
            String fee,
            int formVersion,
            String name,
            String email,
            String country,
            Map<String, JsonNode> answers) {}

    record Reservation(Sellable seller, List<Sellable.Quoted> quoted) {}

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
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

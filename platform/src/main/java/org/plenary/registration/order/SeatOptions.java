package org.plenary.registration.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.Sellable.Take;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;

/** The options of people who take their place after the order: free of charge, but counted as everybody's. */
@Component
class SeatOptions {
    private final OrderLines lines;
    private final StockTable stock;
    private final Quotas quotas;
    private final Clock clock;

    SeatOptions(OrderLines lines, StockTable stock, Quotas quotas, Clock clock) {
        this.lines = lines;
        this.stock = stock;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * What is picked now is taken, what no longer is becomes free, and the rest stays as it is.
     *
     * @throws Problem.Conflict {@code sold_out} naming each option of which there is none left
     */
    void exchange(OrderRow order, UUID place, List<AnswerRules.Picked> picked) {
        quotas.guard(order.conference());
        var memberships = quotas.of(order.conference());
        var missing = new HashMap<String, AnswerRules.Picked>();
        for (var pick : picked) {
            var key = FormDefinition.optionKey(pick.field(), pick.option());
            if (pick.option().capacity() != null || !memberships.keysFor(key).isEmpty()) missing.put(key, pick);
        }
        var gone = new ArrayList<UUID>();
        var freed = new TreeMap<String, Integer>();
        for (var line : lines.of(order)) {
            if (!line.isOption() || line.isCancelled() || !place.equals(line.delegate())) continue;
            if (line.takes().keySet().stream().anyMatch(key -> missing.remove(key) != null)) continue;
            gone.add(line.id());
            line.takes().forEach((key, n) -> freed.merge(key, n, Math::addExact));
        }
        var added = new ArrayList<Quote.Line>();
        missing.forEach((key, pick) -> added.add(line(order, place, key, pick, memberships)));
        write(order, gone, freed, added);
    }

    private static Quote.Line line(
            OrderRow order, UUID place, String key, AnswerRules.Picked pick, Quotas.Memberships memberships) {
        var takes = new ArrayList<Take>();
        takes.add(new Take(key, 1, pick.pointer()));
        memberships.keysFor(key).forEach(quota -> takes.add(new Take(quota, 1, pick.pointer())));
        var nothing = Money.zero(order.total().getCurrencyUnit());
        var description = pick.field().label().in(order.locale()) + ": "
                + pick.option().label().in(order.locale());
        return new Quote.Line(
                Ids.next(),
                "option",
                description,
                1,
                nothing,
                nothing,
                BigDecimal.ZERO,
                takes,
                place,
                null,
                null,
                null,
                pick.field().key());
    }

    /** All that is freed and taken is locked at once, in the order of everybody. */
    private void write(OrderRow order, List<UUID> gone, Map<String, Integer> freed, List<Quote.Line> added) {
        if (!gone.isEmpty()) lines.cancel(gone, clock.instant());
        lines.append(order.id(), added);
        var wanted = new TreeMap<String, Integer>();
        added.forEach(line -> line.takes().forEach(take -> wanted.merge(take.key(), take.quantity(), Math::addExact)));
        var keys = new TreeSet<>(freed.keySet());
        keys.addAll(wanted.keySet());
        if (keys.isEmpty()) return;
        stock.hold(order.conference(), keys);
        stock.free(order.conference(), freed);
        var shortages = stock.take(order.conference(), wanted);
        if (!shortages.isEmpty()) throw soldOut(added, shortages);
    }

    private static Problem.Conflict soldOut(List<Quote.Line> added, Map<String, Integer> shortages) {
        var violations = added.stream()
                .flatMap(line -> line.takes().stream())
                .filter(take -> shortages.containsKey(take.key()))
                .map(Take::pointer)
                .distinct()
                .map(pointer -> new Violation(pointer, "sold_out", "This is sold out.", Map.of("left", 0)))
                .toList();
        return new Problem.Conflict("sold_out", "Not everything that was picked is there any more.", violations);
    }
}

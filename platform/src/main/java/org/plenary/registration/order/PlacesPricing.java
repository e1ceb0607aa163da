package org.plenary.registration.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.PricePeriods;
import org.plenary.registration.order.LinePrices.LinePrice;
import org.springframework.stereotype.Component;

/** What the places of an order cost at some time, by the same tariff as any cart. */
@Component
class PlacesPricing {
    private final Tariffs tariffs;
    private final LinePrices lines;

    PlacesPricing(Tariffs tariffs, LinePrices lines) {
        this.tariffs = tariffs;
        this.lines = lines;
    }

    record Priced(List<LinePrice> lines, Money total) {}

    /** Lines whose fee is in the same period as when it was priced cost what they cost. */
    Priced at(ConferenceView main, OrderRow order, Instant at) {
        var conference = main.in(order.total().getCurrencyUnit());
        var prices = tariffs.prices(conference);
        var held = lines.of(order.id());
        var offered = tariffs.fees(conference);
        var vouchers = tariffs.vouchers(held.stream()
                .map(LinePrices.Held::voucher)
                .filter(Objects::nonNull)
                .toList());
        var since = lines.pricedAt(order.id());
        var tariff = tariffs.held(conference, cart(order, held), order.locale(), at);
        var priced = new ArrayList<LinePrice>();
        for (var line : held) {
            var fee = line.fee() == null ? null : offered.get(line.fee());
            var sold = fee == null || !isNew(fee, conference, since, at)
                    ? Optional.<Fee>empty()
                    : fee.soldIn(prices, at, conference);
            if (sold.isEmpty()) {
                priced.add(line.price());
            } else {
                var voucher = line.voucher() == null ? null : vouchers.get(line.voucher());
                priced.add(line.price()
                        .at(tariff.held(sold.get(), voucher), tariff.taxRate(sold.get()), tariff.taxNote(sold.get())));
            }
        }
        var total = priced.stream().mapToLong(LinePrice::totalMinor).reduce(0, Math::addExact);
        return new Priced(List.copyOf(priced), Money.ofMinor(order.total().getCurrencyUnit(), total));
    }

    /** A fee that is closed by now, or not sold in the order's currency, has no other price. */
    private static boolean isNew(Fee fee, ConferenceView conference, Instant since, Instant at) {
        return fee.offer(at, conference).isPresent() && PricePeriods.differ(fee, conference, since, at);
    }

    private static PlaceOrder cart(OrderRow order, List<LinePrices.Held> held) {
        var wishes = held.stream()
                .map(LinePrices.Held::fee)
                .filter(Objects::nonNull)
                .map(fee -> new PlaceOrder.DelegateWish(fee, Map.of(), null))
                .toList();
        return PlaceOrder.of(order.contact(), wishes, null, null);
    }
}

package org.plenary.registration.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.Stock;
import org.plenary.registration.order.KeptPrice;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.registration.order.Quote;
import org.plenary.registration.voucher.Voucher;

/**
 * One cart that somebody waits for, to be had as a whole.
 *
 * @param takes how many of each key of the stock it uses up
 * @param lines what is in it, in the language of the one who waits
 * @param total what it cost on the day it was wished for
 * @param invitation that the cart came with; null for none. Its token is not kept
 * @param addedTo the order by which they are registered to whom this is to be added; null for a new registration
 * @param prices of its lines on that day; wishes of earlier versions have none
 * @param insteadOf what it cost as they first wished for it: that was kept for them, and is closed; null as long as it is what they wished
 */
record Wish(
        PlaceOrder cart,
        Map<String, Integer> takes,
        List<String> lines,
        Money total,
        List<KeptPrice> prices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID invitation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID addedTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money insteadOf) {
    Wish {
        prices = Json.isMissing(prices) ? List.of() : List.copyOf(prices);
    }

    static Wish of(PlaceOrder cart, Quote quote, @Nullable UUID invitation, @Nullable UUID addedTo) {
        var lines = new ArrayList<String>();
        quote.lines()
                .forEach(line ->
                        lines.add(line.counted() ? line.quantity() + " × " + line.description() : line.description()));
        // Nobody waits for a voucher: it is looked at again when its turn has come.
        var places = new TreeMap<>(quote.takes());
        places.keySet().removeIf(Voucher::isKey);
        return new Wish(
                cart.withoutToken(),
                places,
                lines,
                quote.total(),
                quote.lines().stream().map(KeptPrice::of).toList(),
                invitation,
                addedTo,
                null);
    }

    /** What everybody can have, in the place of what was kept for them. */
    Wish fallenBack(PlaceOrder now, Quote quote) {
        var fallen = of(now, quote, invitation, addedTo);
        var before = insteadOf == null ? total : insteadOf;
        return new Wish(
                fallen.cart, fallen.takes, fallen.lines, fallen.total, fallen.prices, invitation, addedTo, before);
    }

    /** The keys of which there are too few for everybody. */
    List<String> shortOf(Map<String, Stock.Level> levels) {
        return takes.entrySet().stream()
                .filter(take -> {
                    var level = levels.get(take.getKey());
                    return isShort(level == null ? Integer.valueOf(0) : level.left(), take.getValue());
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param left of each key, null for no limit; a key that is not there has none */
    boolean fits(Map<String, @Nullable Integer> left) {
        return takes.entrySet().stream()
                .noneMatch(
                        take -> !left.containsKey(take.getKey()) || isShort(left.get(take.getKey()), take.getValue()));
    }

    private static boolean isShort(@Nullable Integer left, int quantity) {
        return left != null && left < quantity;
    }
}

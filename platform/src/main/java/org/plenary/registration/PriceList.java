package org.plenary.registration;

import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Problem;

/**
 * What things cost in one currency of a conference. The amounts are the organizer's own: nothing is converted.
 *
 * @param amounts by the keys of {@link PriceItem}; empty in the main currency, in which everything has its price
 */
public record PriceList(CurrencyUnit currency, Map<String, Money> amounts) {
    public PriceList {
        amounts = Map.copyOf(amounts);
    }

    /**
     * The price of a thing in this currency; empty when it is not offered in it. What is free is free in every currency.
     *
     * @param main its price in the main currency
     */
    public Optional<Money> of(String key, Money main) {
        if (main.getCurrencyUnit().equals(currency)) return Optional.of(main);
        if (main.isZero()) return Optional.of(Money.zero(currency));
        return Optional.ofNullable(amounts.get(key));
    }

    public Optional<Money> of(PriceItem item) {
        return of(item.key(), item.price());
    }

    /** @throws Problem.InvalidInput {@code not_in_currency} when it is not offered in this currency */
    public Money require(String key, Money main, String pointer) {
        return of(key, main)
                .orElseThrow(() -> new Problem.InvalidInput(
                        pointer, "not_in_currency", "This is not offered in " + currency + "."));
    }
}

package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.registration.PriceList;
import org.plenary.registration.fee.Fee;

/** What holds of prices in any currency that a conference offers beside its own. */
class CurrencyPropertyTests {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    /** @param amount in the chosen currency; null where the organizer gave none */
    record Case(Fee fee, CurrencyUnit chosen, @Nullable Money amount, int places) {}

    @Property(tries = 500)
    void aFeeIsSoldForTheAmountThatWasGivenOrNotAtAll(@ForAll("cases") Case given) {
        var sold = given.fee().soldIn(list(given), NOW, TariffSamples.conference(null));
        var main = given.fee().prices().getFirst().amount();

        if (main.isZero())
            assertThat(sold.orElseThrow().prices().getFirst().amount().isZero()).isTrue();
        else if (given.amount() == null) assertThat(sold).isEmpty();
        else assertThat(sold.orElseThrow().prices().getFirst().amount()).isEqualTo(given.amount());
    }

    @Property(tries = 500)
    void allOfACartIsInOneCurrencyNeverBelowNothingAndAddsUp(@ForAll("cases") Case given) {
        var conference = TariffSamples.conference(null).in(given.chosen());
        var sold = given.fee().soldIn(list(given), NOW, conference);
        if (sold.isEmpty()) return;
        var fees = new Fee[given.places()];
        java.util.Arrays.fill(fees, sold.get());
        var tariff = TariffSamples.tariff(conference, NOW, new Violations(), "", List.of(), fees);
        var prices = new ArrayList<Money>();
        for (var i = 0; i < fees.length; i++)
            prices.add(tariff.price(sold.get(), "/delegates/" + i).price());

        assertThat(prices).allSatisfy(price -> {
            assertThat(price.getCurrencyUnit()).isEqualTo(given.chosen());
            assertThat(price.isNegative()).isFalse();
        });
        var sum = prices.stream().mapToLong(Money::getAmountMinorLong).sum();
        assertThat(Money.total(prices)).isEqualTo(Money.ofMinor(given.chosen(), sum));
    }

    private static PriceList list(Case given) {
        Map<String, Money> amounts = given.amount() == null ? Map.of() : Map.of("fee:regular:last", given.amount());
        return new PriceList(given.chosen(), amounts);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of("USD", "JPY", "KWD").map(CurrencyUnit::of).flatMap(chosen -> {
            var main = Arbitraries.longs().between(0, 500_000).map(minor -> Money.ofMinor(CurrencyUnit.EUR, minor));
            var amount = Arbitraries.longs().between(1, 5_000_000).map(minor -> Money.ofMinor(chosen, minor));
            var fee = Combinators.combine(main, Arbitraries.of("0", "7.7", "19"), Arbitraries.of(true, false))
                    .as((price, tax, included) -> TariffSamples.fee(
                            "regular", price, null, new Fee.Terms(included, null, false, Set.of(), null), tax));
            return Combinators.combine(
                            fee, amount.injectNull(0.2), Arbitraries.integers().between(1, 6))
                    .as((each, other, places) -> new Case(each, chosen, other, places));
        });
    }
}

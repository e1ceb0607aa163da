package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.voucher.VoucherTerms.Effect;

/** What holds of prices whatever is in the cart. */
class PricePropertyTests {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    /** @param places how many delegates; @param uses how often the voucher can be used */
    record Cart(Fee fee, int places, Effect effect, Money amount, BigDecimal percent, int uses) {}

    @Property(tries = 500)
    void noCartCostsLessThanNothingOrMoreThanWithoutDiscounts(@ForAll("carts") Cart cart) {
        for (var line : priced(cart)) {
            assertThat(line.price().isNegative()).isFalse();
            assertThat(line.price()).isLessThanOrEqualTo(line.listed());
        }
    }

    @Property(tries = 500)
    void netAndTaxAddUpToTheTotalToTheMinorUnit(@ForAll("carts") Cart cart) {
        var currency = cart.fee().prices().getFirst().amount().getCurrencyUnit();
        var total = Money.zero(currency);
        var parts = Money.zero(currency);
        for (var line : priced(cart)) {
            total = total.plus(line.price());
            var divisor = BigDecimal.ONE.add(cart.fee().taxRate().movePointLeft(2));
            var net = line.price().dividedBy(divisor, RoundingMode.HALF_UP);
            var tax = line.price().minus(net);
            assertThat(tax.isNegative()).isFalse();
            parts = parts.plus(net).plus(tax);
            if (!cart.fee().terms().taxIncluded())
                assertThat(cart.fee().withTax(net))
                        .as("the price without tax is found again in the price with it")
                        .isEqualTo(line.price());
        }
        assertThat(parts).isEqualTo(total);
    }

    /** What is held is priced as what is bought: a new period is a new price, and nothing else. */
    @Property(tries = 500)
    void aHeldPlaceCostsWhatTheSamePlaceInACartCosts(@ForAll("carts") Cart cart) {
        var voucher = TariffSamples.voucher("CODE", cart.effect(), cart.amount(), cart.percent(), Set.of());
        var fees = new Fee[cart.places()];
        java.util.Arrays.fill(fees, cart.fee());
        var held = TariffSamples.tariff(TariffSamples.conference(null), NOW, new Violations(), "", List.of(), fees);
        var bought = priced(cart);

        for (var line : bought) {
            var again = held.held(cart.fee(), line.voucher() == null ? null : voucher);
            assertThat(again.price()).isEqualTo(line.price());
            assertThat(again.listed()).isEqualTo(line.listed());
            assertThat(again.price().isNegative()).isFalse();
            assertThat(again.takes()).isEmpty();
        }
    }

    private static List<Tariff.Priced> priced(Cart cart) {
        var fees = new Fee[cart.places()];
        java.util.Arrays.fill(fees, cart.fee());
        var voucher = TariffSamples.voucher("CODE", cart.effect(), cart.amount(), cart.percent(), Set.of());
        var usable = List.of(new Tariff.Usable(voucher, cart.uses(), "ada@example.org"));
        var tariff = TariffSamples.tariff(TariffSamples.conference(null), NOW, new Violations(), "CODE", usable, fees);
        var lines = new ArrayList<Tariff.Priced>();
        for (var i = 0; i < fees.length; i++) lines.add(tariff.price(cart.fee(), "/delegates/" + i + "/fee"));
        return lines;
    }

    @Provide
    Arbitrary<Cart> carts() {
        return Arbitraries.of("EUR", "JPY", "KWD").flatMap(code -> {
            var currency = CurrencyUnit.of(code);
            var money = Arbitraries.longs().between(0, 500_000).map(minor -> Money.ofMinor(currency, minor));
            var percent = Arbitraries.integers().between(1, 100).map(BigDecimal::valueOf);
            var tax = Arbitraries.of("0", "5", "7.7", "19", "8.1", "23.5");
            var fee = Combinators.combine(
                            money,
                            tax,
                            Arbitraries.of(true, false),
                            Arbitraries.integers().between(2, 5),
                            percent)
                    .as((price, rate, included, from, less) -> TariffSamples.fee(
                            "regular",
                            price,
                            null,
                            new Fee.Terms(included, null, false, Set.of(), new Fee.GroupDiscount(from, less)),
                            rate));
            return Combinators.combine(
                            fee,
                            Arbitraries.integers().between(1, 8),
                            Arbitraries.of(Effect.class),
                            money,
                            percent,
                            Arbitraries.integers().between(0, 8))
                    .as(Cart::new);
        });
    }
}

package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Ids;

/**
 * Whatever is changed, paid and cancelled of an order, in any sequence and currency: its total is what was paid and kept, is
 * never negative, and no payment gives back more than it brought.
 */
class OrderMoneyPropertyTests {
    @Property(tries = 500)
    void noSequenceOfChangesAndRefundsMakesMoney(
            @ForAll @IntRange(max = 100_000) int price,
            @ForAll @IntRange(max = 2) int currency,
            @ForAll @Size(max = 30) List<@IntRange(max = 1_000_000) Integer> acts) {
        var book = new Book(CurrencyUnit.of(List.of("EUR", "JPY", "KWD").get(currency)), price);

        for (var act : acts) {
            var amount = act / 10;
            switch (act % 10) {
                case 0, 1, 2 -> book.payMore(amount);
                case 3, 4, 5 -> book.payLess(amount, act % 101);
                default -> book.giveBack(amount, act % 101);
            }
            book.check();
        }
    }

    /** The rows of an order, as the use cases write them. */
    private static final class Book {
        private final CurrencyUnit currency;
        private final UUID order = Ids.next();
        private final List<OrderChange> changes = new ArrayList<>();
        private final Map<UUID, Money> paid = new HashMap<>();
        private final Map<UUID, Money> back = new HashMap<>();
        private Money total;
        private Money returning;
        private Money givenBack;

        Book(CurrencyUnit currency, int price) {
            this.currency = currency;
            total = minor(price);
            returning = minor(0);
            givenBack = minor(0);
            paid.put(order, total);
        }

        void payMore(int amount) {
            if (amount == 0) return;
            var change = new OrderChange(
                    Ids.next(), order, ChangeStatus.APPLIED, nothing(), minor(amount), Instant.EPOCH, Instant.EPOCH);
            changes.add(change);
            paid.put(change.id(), change.due());
            total = total.plus(change.due());
        }

        void payLess(int worth, int percent) {
            var share = least(Cancellation.share(minor(worth), percent), row().leftOfPaid());
            back(share);
            total = total.minus(share);
            givenBack = givenBack.plus(share);
        }

        void giveBack(int worth, int percent) {
            var line = new OrderLines.Line(
                    Ids.next(),
                    "tour",
                    "",
                    1,
                    minor(worth),
                    minor(worth),
                    BigDecimal.ZERO,
                    null,
                    Map.of(),
                    null,
                    null,
                    null,
                    false,
                    false);
            var refund = Cancellation.of(row(), List.of(line), null, LinePolicies.of(percent))
                    .byPolicy();
            back(refund);
            returning = returning.plus(refund);
        }

        private void back(Money amount) {
            var gone = returning.plus(givenBack);
            for (var part : PaidParts.of(row(), changes).back(gone, amount))
                back.merge(part.subject(), part.amount(), Money::plus);
        }

        void check() {
            assertThat(total.isNegative()).isFalse();
            assertThat(row().leftOfPaid().isNegative()).isFalse();
            var in = sum(paid);
            var out = sum(back);
            assertThat(out).isEqualTo(returning.plus(givenBack));
            assertThat(in.minus(givenBack)).isEqualTo(total);
            back.forEach((subject, amount) -> assertThat(amount.isGreaterThan(paid.getOrDefault(subject, minor(0))))
                    .isFalse());
        }

        private Money sum(Map<UUID, Money> amounts) {
            return amounts.values().stream().reduce(minor(0), Money::plus);
        }

        private OrderRow row() {
            return new OrderRow(
                    order,
                    order,
                    "ABCDEF",
                    List.of(),
                    OrderStatus.CONFIRMED,
                    new Contact("Ada", "ada@example.org", "GB"),
                    Locale.ENGLISH,
                    total,
                    minor(0),
                    returning,
                    givenBack,
                    minor(0),
                    List.of(),
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    false,
                    0);
        }

        private Proposal nothing() {
            return new Proposal(order, false, "regular", 1, "", "", "GB", Map.of(), List.of(), List.of(), minor(0));
        }

        private Money minor(int amount) {
            return Money.ofMinor(currency, amount);
        }

        private static Money least(Money one, Money other) {
            return one.isLessThan(other) ? one : other;
        }
    }
}

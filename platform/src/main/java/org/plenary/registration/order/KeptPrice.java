package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Sellable;
import org.plenary.registration.voucher.Voucher;

/**
 * What one line of a cart cost when it was promised to somebody.
 *
 * @param what it is: a key of the stock, or how it is called when none counts it
 * @param listed null when there was no discount
 * @param voucher that made it cheaper; null for none
 */
public record KeptPrice(
        String kind,
        String what,
        int quantity,
        Money unitPrice,
        Money total,
        BigDecimal taxRate,
        @Nullable Money listed,
        @Nullable UUID voucher,
        @Nullable String taxNote) {

    public static KeptPrice of(Quote.Line line) {
        return new KeptPrice(
                line.kind(),
                what(line),
                line.quantity(),
                line.unitPrice(),
                line.total(),
                line.taxRate(),
                line.listed(),
                line.voucher(),
                line.taxNote());
    }

    boolean isOf(Quote.Line line) {
        return kind.equals(line.kind())
                && quantity == line.quantity()
                && what.equals(what(line))
                && java.util.Objects.equals(voucher, line.voucher())
                && total.getCurrencyUnit().equals(line.total().getCurrencyUnit());
    }

    Quote.Line applied(Quote.Line line) {
        return new Quote.Line(
                line.id(),
                line.kind(),
                line.description(),
                line.quantity(),
                unitPrice,
                total,
                taxRate,
                line.takes(),
                line.delegate(),
                listed,
                line.voucher(),
                taxNote,
                line.field());
    }

    private static String what(Quote.Line line) {
        return line.takes().stream()
                .map(Sellable.Take::key)
                .filter(key -> !Voucher.isKey(key) && !key.startsWith("quota:"))
                .findFirst()
                .orElse(line.description());
    }
}

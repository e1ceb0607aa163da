package org.plenary.billing.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts in the units that Stripe counts in, which for some currencies differ from those of ISO 4217. */
public final class StripeMoney {
    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {}

    /** @throws ArithmeticException when Stripe's units are too coarse for this amount */
    public static long units(Money money) {
        return money.getAmount().movePointRight(digits(currency(money))).longValueExact();
    }

    public static Money money(long units, String currency) {
        var unit = CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
        return Money.of(unit, BigDecimal.valueOf(units, digits(unit.getCode())), RoundingMode.HALF_UP);
    }

    /** As Stripe writes it. */
    public static String code(Money money) {
        return currency(money).toLowerCase(Locale.ROOT);
    }

    private static String currency(Money money) {
        return money.getCurrencyUnit().getCode();
    }

    private static int digits(String currency) {
        if (WHOLE.contains(currency)) return 0;
        return THOUSANDTHS.contains(currency) ? 3 : 2;
    }
}

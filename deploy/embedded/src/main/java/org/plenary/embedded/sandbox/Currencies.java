package org.plenary.embedded.sandbox;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Stripe knows of currencies; it differs from {@link Currency} for several of them. */
final class Currencies {
    private static final Set<String> NO_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Map<String, Integer> LEAST = Map.ofEntries(
            Map.entry("aed", 200),
            Map.entry("czk", 1500),
            Map.entry("dkk", 250),
            Map.entry("gbp", 30),
            Map.entry("hkd", 400),
            Map.entry("huf", 17500),
            Map.entry("mxn", 1000),
            Map.entry("myr", 200),
            Map.entry("nok", 300),
            Map.entry("pln", 200),
            Map.entry("ron", 200),
            Map.entry("sek", 300),
            Map.entry("thb", 1000));
    private static final long MOST = 99_999_999;

    private Currencies() {}

    static int decimals(String currency) {
        return NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
    }

    static String known(String currency, String param) {
        String lower = currency.toLowerCase(Locale.ROOT);
        boolean exists = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().toLowerCase(Locale.ROOT).equals(lower));
        if (!exists) {
            throw StripeError.invalidParameter(null, param, "Invalid currency: " + currency + ".");
        }
        return lower;
    }

    static void requireChargeable(long amount, String currency) {
        long least = LEAST.getOrDefault(currency, 50);
        if (amount < least) {
            throw StripeError.refused(
                    "amount_too_small",
                    null,
                    "The Checkout Session's total amount due must add up to at least " + shown(least, currency) + ".");
        }
        if (amount > MOST) {
            throw StripeError.refused(
                    "amount_too_large", null, "The total amount must be no more than " + shown(MOST, currency) + ".");
        }
        if (THREE_DECIMALS.contains(currency) && amount % 10 != 0) {
            throw StripeError.refused(null, null, "The last digit of an amount in " + currency + " must be 0.");
        }
    }

    /** For people: {@code 120.00 EUR}. */
    static String shown(long amount, String currency) {
        return BigDecimal.valueOf(amount, decimals(currency)).toPlainString() + " " + currency.toUpperCase(Locale.ROOT);
    }
}

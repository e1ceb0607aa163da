package org.plenary.embedded.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** At rates that are invented and never change: how much of one currency is one euro. */
    private static final Map<String, BigDecimal> RATES = Map.of(
            "eur", BigDecimal.ONE,
            "usd", new BigDecimal("1.1"),
            "gbp", new BigDecimal("0.85"),
            "cny", new BigDecimal("7.8"),
            "jpy", new BigDecimal("165"),
            "hkd", new BigDecimal("8.6"),
            "kwd", new BigDecimal("0.34"));

    static long exchanged(long amount, String from, String to) {
        if (from.equals(to)) {
            return amount;
        }
        if (!RATES.containsKey(from) || !RATES.containsKey(to)) {
            throw StripeError.unsupported(null, "The card sandbox does not exchange " + from + " for " + to + ".");
        }
        return BigDecimal.valueOf(amount, decimals(from))
                .multiply(RATES.get(to))
                .divide(RATES.get(from), decimals(to), RoundingMode.HALF_UP)
                .movePointRight(decimals(to))
                .longValueExact();
    }

    static BigDecimal rate(String from, String to) {
        return RATES.getOrDefault(to, BigDecimal.ONE)
                .divide(RATES.getOrDefault(from, BigDecimal.ONE), 6, RoundingMode.HALF_UP);
    }

    /** For people: {@code 120.00 EUR}. */
    static String shown(long amount, String currency) {
        return BigDecimal.valueOf(amount, decimals(currency)).toPlainString() + " " + currency.toUpperCase(Locale.ROOT);
    }
}

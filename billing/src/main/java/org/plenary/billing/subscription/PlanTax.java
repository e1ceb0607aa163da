package org.plenary.billing.subscription;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.VatIds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tax on what organizations pay for their plans.
 *
 * @param country where the platform is registered for tax, ISO 3166-1 alpha-2; null when it takes none
 * @param name as invoices call it
 * @param rates percent by the customer's country, where the platform takes tax
 */
@ConfigurationProperties("plenary.plans.tax")
record PlanTax(
        @Nullable String country,
        @DefaultValue("VAT") String name,
        @DefaultValue Map<String, BigDecimal> rates) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    PlanTax {
        // variables of the environment have no capital letters left
        rates = rates.entrySet().stream()
                .collect(Collectors.toMap(rate -> rate.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
        if (country == null && !rates.isEmpty())
            throw new IllegalArgumentException("plenary.plans.tax.country is missing, and there are rates");
        for (var rate : rates.values())
            if (rate.signum() < 0 || rate.compareTo(HUNDRED) >= 0)
                throw new IllegalArgumentException("plenary.plans.tax.rates are percentages");
    }

    /** How a customer is taxed. {@code REVERSE}: it accounts for the tax itself, and the invoice says so. */
    enum Way {
        NONE,
        ADDED,
        REVERSE
    }

    /** @param percent zero where none is added */
    record Due(Way way, String country, BigDecimal percent) {}

    /** A business elsewhere in the EU with a VAT number pays no tax to us; who is nowhere on the list pays none either. */
    Due of(String customer, @Nullable String vatId) {
        if (country == null) return new Due(Way.NONE, customer, BigDecimal.ZERO);
        var isBusinessAbroad = !customer.equals(country)
                && EUROPEAN_UNION.contains(country)
                && EUROPEAN_UNION.contains(customer)
                && VatIds.isWellFormed(customer, vatId);
        if (isBusinessAbroad) return new Due(Way.REVERSE, customer, BigDecimal.ZERO);
        var percent = rates.getOrDefault(customer, BigDecimal.ZERO);
        return new Due(percent.signum() == 0 ? Way.NONE : Way.ADDED, customer, percent);
    }

    /** The rate that an invoice names: what is added, or what the customer accounts for in its place. */
    @Nullable
    Due named(Due due) {
        return switch (due.way()) {
            case NONE -> null;
            case ADDED -> due;
            case REVERSE -> new Due(Way.REVERSE, due.country(), rates.getOrDefault(due.country(), home()));
        };
    }

    private BigDecimal home() {
        return rates.getOrDefault(String.valueOf(country), BigDecimal.ZERO);
    }
}

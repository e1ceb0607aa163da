package org.plenary.registration.fee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/**
 * A fee as the organizer writes it, and as it is kept.
 *
 * @param requiresCode the code itself; false or null for none
 * @param taxRate percent, as a number or a decimal text
 * @param taxIncluded null for yes
 * @param rights null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeeInput(
        String key,
        LocalizedText name,
        @Nullable LocalizedText category,
        @Nullable Integer capacity,
        List<PriceInput> prices,
        @Nullable JsonNode requiresCode,
        @Nullable JsonNode taxRate,
        @Nullable Money onSite,
        @Nullable Boolean taxIncluded,
        @Nullable LocalizedText zeroTaxReason,
        @Nullable List<String> rights,
        @Nullable GroupInput groupDiscount,
        @Nullable Boolean reverseCharge) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_CODE = 50;
    private static final int MAXIMUM_PRICES = 12;
    private static final int MAXIMUM_CAPACITY = 1_000_000;
    private static final int TAX_DECIMALS = 3;
    private static final BigDecimal MAXIMUM_TAX = BigDecimal.valueOf(100);
    private static final long MAXIMUM_MINOR = 100_000_000_000L;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PriceInput(Money amount, @Nullable LocalDate until) {}

    /** @param percent such as 10, as a number or a decimal text */
    record GroupInput(int from, JsonNode percent) {
        private static final int LARGEST = 1000;

        void check(Violations found) {
            found.check(from >= 2 && from <= LARGEST, "/group_discount/from", "range", "From 2 to 1000 delegates.");
            var given = decimal();
            found.check(
                    given.signum() > 0 && given.compareTo(MAXIMUM_TAX) <= 0,
                    "/group_discount/percent",
                    "percentage",
                    "A percentage above 0 and up to 100.");
        }

        private BigDecimal decimal() {
            return decimalOf(percent);
        }
    }

    FeeInput {
        prices = Json.isMissing(prices) ? List.of() : List.copyOf(prices);
    }

    @Nullable
    String code() {
        return requiresCode == null
                        || !requiresCode.isString()
                        || requiresCode.asString().isBlank()
                ? null
                : requiresCode.asString().strip();
    }

    BigDecimal tax() {
        return taxRate == null || taxRate.isNull() ? BigDecimal.ZERO : decimalOf(taxRate);
    }

    /** What cannot be read is below zero, which is refused. */
    private static BigDecimal decimalOf(@Nullable JsonNode given) {
        if (given != null && given.isNumber()) return given.decimalValue();
        return given != null
                        && given.isString()
                        && DECIMAL.matcher(given.asString()).matches()
                ? new BigDecimal(given.asString())
                : BigDecimal.ONE.negate();
    }

    private Fee.Terms terms() {
        var reason = zeroTaxReason == null || zeroTaxReason.isBlank() ? null : zeroTaxReason;
        var given = rights == null ? Fee.Terms.PLAIN.rights() : rightsOf(rights);
        var group = groupDiscount == null ? null : new Fee.GroupDiscount(groupDiscount.from(), groupDiscount.decimal());
        return new Fee.Terms(
                !Boolean.FALSE.equals(taxIncluded), reason, Boolean.TRUE.equals(reverseCharge), given, group);
    }

    private static Set<Fee.Right> rightsOf(List<String> names) {
        var rights = EnumSet.noneOf(Fee.Right.class);
        for (var right : Fee.Right.values()) if (names.contains(right.wire())) rights.add(right);
        return rights;
    }

    Fee fee(java.util.UUID id, long version) {
        var steps =
                prices.stream().map(p -> new Fee.Price(p.amount(), p.until())).toList();
        var group = category == null || category.isBlank() ? null : category;
        return new Fee(id, key, name, group, capacity, steps, code(), tax(), onSite, terms(), version);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    void check(CurrencyUnit currency) {
        var found = new Violations();
        if (Json.isMissing(key) || key.isBlank()) found.add("/key", "required", "This is required.");
        else
            found.check(
                    KEY.matcher(key).matches(),
                    "/key",
                    "key",
                    "Letters, digits, - and _, starting with a letter, at most 50.");
        found.text("/name", name, MAXIMUM_NAME);
        if (category != null && !category.isBlank()) found.text("/category", category, MAXIMUM_NAME);
        if (capacity != null)
            found.check(capacity >= 0 && capacity <= MAXIMUM_CAPACITY, "/capacity", "range", "From 0 to 1000000.");
        if (requiresCode != null && !requiresCode.isNull() && !requiresCode.isString())
            found.check(
                    requiresCode.isBoolean() && !requiresCode.asBoolean(),
                    "/requires_code",
                    "type",
                    "This is the code itself, as a text, or null.");
        found.optionalText("/requires_code", code(), MAXIMUM_CODE);
        found.check(
                tax().signum() >= 0
                        && tax().compareTo(MAXIMUM_TAX) < 0
                        && tax().stripTrailingZeros().scale() <= TAX_DECIMALS,
                "/tax_rate",
                "range",
                "A percentage from 0 to below 100, with at most 3 decimals.");
        prices(currency, found);
        if (onSite != null) amount("/on_site", onSite, currency, found);
        if (zeroTaxReason != null && !zeroTaxReason.isBlank())
            found.text("/zero_tax_reason", zeroTaxReason, MAXIMUM_NAME);
        if (rights != null)
            found.check(
                    rightsOf(rights).size() == Set.copyOf(rights).size(),
                    "/rights",
                    "right",
                    "Any of: vote, speak, attend.");
        if (groupDiscount != null) groupDiscount.check(found);
        found.throwIfAny();
    }

    private void prices(CurrencyUnit currency, Violations found) {
        found.check(!prices.isEmpty(), "/prices", "required", "A fee has at least one price.");
        found.check(prices.size() <= MAXIMUM_PRICES, "/prices", "too_many", "At most 12 prices.");
        for (var i = 0; i < prices.size(); i++) {
            var price = prices.get(i);
            var pointer = "/prices/" + i;
            if (Json.isMissing(price.amount())) {
                found.add(pointer + "/amount", "required", "This is required.");
            } else {
                amount(pointer + "/amount", price.amount(), currency, found);
            }
            until(i, price, found);
        }
    }

    private static void amount(String pointer, Money amount, CurrencyUnit currency, Violations found) {
        found.check(
                amount.getCurrencyUnit().equals(currency),
                pointer + "/currency",
                "currency",
                "The conference's currency is " + currency + ".");
        found.check(
                !amount.isNegative() && amount.getAmountMinorLong() <= MAXIMUM_MINOR,
                pointer + "/amount",
                "range",
                "A price is not negative, and not this large.");
    }

    private void until(int i, PriceInput price, Violations found) {
        var pointer = "/prices/" + i + "/until";
        var isLast = i == prices.size() - 1;
        if (isLast) {
            found.check(price.until() == null, pointer, "last_price_ends", "The last price has no end.");
            return;
        }
        if (price.until() == null) {
            found.add(pointer, "required", "Every price but the last has a last day.");
            return;
        }
        var before = i == 0 ? null : prices.get(i - 1).until();
        found.check(
                before == null || price.until().isAfter(before),
                pointer,
                "not_rising",
                "Each price ends after the one before it.");
    }
}

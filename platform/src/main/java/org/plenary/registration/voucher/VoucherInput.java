package org.plenary.registration.voucher;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/**
 * Vouchers as the organizer wants them.
 *
 * @param code what is typed; null for codes that nobody can guess
 * @param count how many vouchers with codes of their own; null for one
 * @param prefix the first part of codes that are made here
 * @param effect {@code amount}, {@code percent}, {@code price}, {@code free} or {@code none}
 * @param percent as a number or a decimal text
 * @param amounts in further currencies; null for none
 * @param uses of each voucher; null for no limit
 */
record VoucherInput(
        @Nullable String code,
        @Nullable Integer count,
        @Nullable String prefix,
        @Nullable String effect,
        @Nullable Money amount,
        @Nullable JsonNode percent,
        @Nullable Integer uses,
        @Nullable Integer usesPerPerson,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable List<String> fees,
        @Nullable List<String> emails,
        @Nullable Boolean reserves,
        @Nullable String label,
        @Nullable List<Money> amounts) {
    static final int MAXIMUM_COUNT = 10_000;
    private static final int MAXIMUM_USES = 100_000;
    private static final int MAXIMUM_EMAILS = 100;
    private static final int MAXIMUM_LABEL = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{3,39}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");
    private static final Pattern DOMAIN = Pattern.compile("@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

    /** As the terms of a voucher that has its code. */
    VoucherInput withoutCode() {
        return new VoucherInput(
                null,
                null,
                null,
                effect,
                amount,
                percent,
                uses,
                usesPerPerson,
                validFrom,
                validUntil,
                fees,
                emails,
                reserves,
                label,
                amounts);
    }

    int wanted() {
        return count == null ? 1 : count;
    }

    boolean isReserving() {
        return Boolean.TRUE.equals(reserves);
    }

    private List<String> feeKeys() {
        return fees == null ? List.of() : fees;
    }

    private List<String> addresses() {
        if (emails == null) return List.of();
        return emails.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty())
                .toList();
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    VoucherTerms check(CurrencyUnit currency, Set<String> knownFees) {
        var found = new Violations();
        codes(found);
        var does = effect(found);
        amounts(does, currency, found);
        limits(found);
        who(knownFees, found);
        if (does == VoucherTerms.Effect.NONE)
            found.check(!feeKeys().isEmpty(), "/fees", "opens_fees", "Name the fees that this code opens.");
        found.throwIfAny();
        return new VoucherTerms(
                does == null ? VoucherTerms.Effect.FREE : does,
                isAmount(does) ? amount : null,
                does == VoucherTerms.Effect.PERCENT ? decimal() : null,
                usesPerPerson,
                validFrom,
                validUntil,
                feeKeys(),
                addresses(),
                label == null || label.isBlank() ? null : label.strip(),
                isAmount(does) && amounts != null ? amounts : List.of());
    }

    private void codes(Violations found) {
        if (code != null && !code.isBlank()) {
            found.check(
                    CODE.matcher(code.strip()).matches(),
                    "/code",
                    "voucher_code",
                    "4 to 40 letters, digits, - and _, starting with a letter or digit.");
            found.check(wanted() == 1, "/count", "one_code", "Several vouchers get codes of their own.");
        }
        found.check(wanted() >= 1 && wanted() <= MAXIMUM_COUNT, "/count", "range", "From 1 to 10000.");
        if (prefix != null && !prefix.isBlank())
            found.check(
                    PREFIX.matcher(prefix.strip()).matches(),
                    "/prefix",
                    "voucher_prefix",
                    "At most 20 letters, digits, - and _.");
        found.optionalText("/label", label, MAXIMUM_LABEL);
    }

    private VoucherTerms.@Nullable Effect effect(Violations found) {
        for (var each : VoucherTerms.Effect.values()) if (each.wire().equals(effect)) return each;
        found.add("/effect", "effect", "One of: amount, percent, price, free, none.");
        return null;
    }

    private void amounts(VoucherTerms.@Nullable Effect does, CurrencyUnit currency, Violations found) {
        if (does == VoucherTerms.Effect.PERCENT) {
            var given = decimal();
            found.check(
                    given.signum() > 0 && given.compareTo(BigDecimal.valueOf(100)) <= 0,
                    "/percent",
                    "percentage",
                    "A percentage above 0 and up to 100.");
        }
        if (!isAmount(does)) return;
        inOthers(currency, found);
        if (amount == null) {
            found.add("/amount", "required", "This is required.");
            return;
        }
        found.check(
                amount.getCurrencyUnit().equals(currency),
                "/amount/currency",
                "currency",
                "The conference's currency is " + currency + ".");
        found.check(!amount.isNegative(), "/amount/amount", "range", "An amount is not negative.");
    }

    private static boolean isAmount(VoucherTerms.@Nullable Effect does) {
        return does == VoucherTerms.Effect.AMOUNT || does == VoucherTerms.Effect.PRICE;
    }

    private void inOthers(CurrencyUnit currency, Violations found) {
        if (amounts == null) return;
        var seen = new HashSet<CurrencyUnit>();
        seen.add(currency);
        for (var i = 0; i < amounts.size(); i++) {
            var each = amounts.get(i);
            found.check(
                    seen.add(each.getCurrencyUnit()),
                    "/amounts/" + i + "/currency",
                    "duplicate",
                    "This is there already.");
            found.check(!each.isNegative(), "/amounts/" + i + "/amount", "range", "An amount is not negative.");
        }
    }

    private void limits(Violations found) {
        found.check(uses == null || uses >= 1 && uses <= MAXIMUM_USES, "/uses", "range", "From 1 to 100000.");
        found.check(
                usesPerPerson == null || usesPerPerson >= 1 && usesPerPerson <= MAXIMUM_USES,
                "/uses_per_person",
                "range",
                "From 1 to 100000.");
        found.check(
                validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
                "/valid_until",
                "before_start",
                "It cannot end before it starts.");
        if (!isReserving()) return;
        found.check(uses != null, "/uses", "reserves_limited", "A voucher that keeps places has limited uses.");
        found.check(feeKeys().size() == 1, "/fees", "reserves_one_fee", "A voucher that keeps places is for one fee.");
    }

    private void who(Set<String> knownFees, Violations found) {
        for (var i = 0; i < feeKeys().size(); i++)
            found.check(
                    knownFees.contains(feeKeys().get(i)), "/fees/" + i, "unknown_fee", "There is no fee of this key.");
        var addresses = addresses();
        found.check(addresses.size() <= MAXIMUM_EMAILS, "/emails", "too_many", "At most 100.");
        for (var i = 0; i < addresses.size(); i++) {
            var each = addresses.get(i);
            if (each.startsWith("@"))
                found.check(DOMAIN.matcher(each).matches(), "/emails/" + i, "domain", "A domain such as @example.org.");
            else found.email("/emails/" + i, each);
        }
    }

    private BigDecimal decimal() {
        if (percent != null && percent.isNumber()) return percent.decimalValue();
        return percent != null
                        && percent.isString()
                        && DECIMAL.matcher(percent.asString()).matches()
                ? new BigDecimal(percent.asString())
                : BigDecimal.ZERO;
    }
}

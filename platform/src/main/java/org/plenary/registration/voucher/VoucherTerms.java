package org.plenary.registration.voucher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.payments.CardAmounts;

/**
 * What a voucher does, and for whom; kept as one document.
 *
 * @param amount of the effects {@code amount} and {@code price}
 * @param percent of the effect {@code percent}
 * @param usesPerPerson by one e-mail address; null for no limit
 * @param validFrom its first day, in the conference's zone
 * @param validUntil its last day
 * @param fees keys of the fees it is for; empty for all
 * @param emails addresses, or domains such as {@code @example.org}; empty for everybody
 * @param amounts in further currencies; in others it cannot be used
 * @param label what the organizer calls it, such as the partner who got it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoucherTerms(
        Effect effect,
        @Nullable Money amount,
        @Nullable BigDecimal percent,
        @Nullable Integer usesPerPerson,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<String> fees,
        List<String> emails,
        @Nullable String label,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Money> amounts) {
    public VoucherTerms {
        amounts = Json.isMissing(amounts) ? List.of() : List.copyOf(amounts);
        fees = List.copyOf(fees);
        emails = List.copyOf(emails);
    }

    /** How a price changes. */
    public enum Effect {
        AMOUNT,
        PERCENT,
        PRICE,
        FREE,
        /** The price stays: such a code only opens fees that ask for one. */
        NONE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VoucherTerms(
            Effect effect,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            @Nullable Integer usesPerPerson,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<String> fees,
            List<String> emails,
            @Nullable String label) {
        this(effect, amount, percent, usesPerPerson, validFrom, validUntil, fees, emails, label, List.of());
    }

    /** Whether it can be used for what is sold in this currency. */
    public boolean isIn(CurrencyUnit currency) {
        return amount == null || amountIn(currency) != null;
    }

    private @Nullable Money amountIn(CurrencyUnit currency) {
        if (amount != null && amount.getCurrencyUnit().equals(currency)) return amount;
        return amounts.stream()
                .filter(each -> each.getCurrencyUnit().equals(currency))
                .findFirst()
                .orElse(null);
    }

    /** What a price becomes: never more than it was, never below nothing. */
    public Money apply(Money price) {
        var zero = Money.zero(price.getCurrencyUnit());
        var given = amountIn(price.getCurrencyUnit());
        var changed = switch (effect) {
            case AMOUNT -> given == null ? price : price.minus(given);
            case PERCENT -> percent == null ? price : CardAmounts.less(price, percent);
            case PRICE -> given == null || given.isGreaterThan(price) ? price : given;
            case FREE -> zero;
            case NONE -> price;
        };
        return changed.isNegative() ? zero : changed;
    }

    boolean isFor(String email) {
        if (emails.isEmpty()) return true;
        var address = email.strip().toLowerCase(Locale.ROOT);
        return emails.stream().anyMatch(each -> each.startsWith("@") ? address.endsWith(each) : address.equals(each));
    }
}

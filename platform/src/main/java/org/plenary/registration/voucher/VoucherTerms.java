package org.plenary.registration.voucher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
        @Nullable String label) {
    public VoucherTerms {
        fees = List.copyOf(fees);
        emails = List.copyOf(emails);
    }

    /** How a price changes. */
    public enum Effect {
        AMOUNT,
        PERCENT,
        PRICE,
        FREE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a price becomes: never more than it was, never below nothing. */
    public Money apply(Money price) {
        var zero = Money.zero(price.getCurrencyUnit());
        var changed = switch (effect) {
            case AMOUNT -> amount == null ? price : price.minus(amount);
            case PERCENT ->
                percent == null
                        ? price
                        : price.minus(price.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP));
            case PRICE -> amount == null || amount.isGreaterThan(price) ? price : amount;
            case FREE -> zero;
        };
        return changed.isNegative() ? zero : changed;
    }

    boolean isFor(String email) {
        if (emails.isEmpty()) return true;
        var address = email.strip().toLowerCase(Locale.ROOT);
        return emails.stream().anyMatch(each -> each.startsWith("@") ? address.endsWith(each) : address.equals(each));
    }
}

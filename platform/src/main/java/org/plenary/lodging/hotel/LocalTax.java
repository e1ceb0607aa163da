package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * What a city or a region takes from those who stay there, beside the rate.
 *
 * @param amount of each time; null for one in percent of the rate
 * @param percent of the rate of all nights; null for an amount
 * @param atHotel whether the hotel collects it; else it is paid with the room, here
 */
public record LocalTax(
        String key,
        LocalizedText name,
        Per per,
        @Nullable Money amount,
        @Nullable BigDecimal percent,
        boolean atHotel) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** What an amount is taken for each time. */
    public enum Per {
        NIGHT,
        GUEST_NIGHT,
        STAY,
        GUEST;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Half a minor unit is rounded up. @param rates of all nights together */
    public Money of(Money rates, int nights, int guests) {
        if (percent != null) return rates.multipliedBy(percent.divide(HUNDRED), RoundingMode.HALF_UP);
        if (amount == null) throw new IllegalStateException("a tax is an amount or a percentage");
        return amount.multipliedBy(
                switch (per) {
                    case NIGHT -> nights;
                    case GUEST_NIGHT -> Math.multiplyExact(nights, guests);
                    case STAY -> 1;
                    case GUEST -> guests;
                });
    }

    LocalTax at(@Nullable Money other) {
        return new LocalTax(key, name, per, other, percent, atHotel);
    }
}

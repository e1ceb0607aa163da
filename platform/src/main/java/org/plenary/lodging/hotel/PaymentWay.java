package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.Money;

/**
 * A way to pay for a room of a block (HOTL-04).
 *
 * @param percent of the rates of all nights that is paid at once, for a deposit; 0 for other kinds
 */
public record PaymentWay(Kind kind, int percent) {
    public static final PaymentWay FULL = new PaymentWay(Kind.FULL, 0);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** What is paid when, and to whom. */
    public enum Kind {
        /** All of it at once, here. */
        FULL,
        /** A part here, the rest to the hotel. */
        DEPOSIT,
        /** The first night here, the rest to the hotel. */
        FIRST_NIGHT,
        /** All of it to the hotel. */
        GUARANTEE,
        /** All of it by the organizer, to the hotel (HOTL-06). */
        MASTER;

        /** As carts and pages name it. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is paid here at once, without local taxes. Half a minor unit is rounded up.
     *
     * @param rates of all nights together
     */
    public Money due(Money rates, Money firstNight) {
        return switch (kind) {
            case FULL -> rates;
            case DEPOSIT -> rates.multipliedBy(BigDecimal.valueOf(percent).divide(HUNDRED), RoundingMode.HALF_UP);
            case FIRST_NIGHT -> firstNight;
            case GUARANTEE, MASTER -> Money.zero(rates.getCurrencyUnit());
        };
    }
}

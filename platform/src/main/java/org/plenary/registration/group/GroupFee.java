package org.plenary.registration.group;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fee on the page of groups.
 *
 * @param notes what is left, until when the price is, from how many on it is cheaper
 * @param most places that can be had now
 */
record GroupFee(
        String key, String name, Money price, @Nullable String notes, int most) {
    public boolean isSoldOut() {
        return most == 0;
    }
}

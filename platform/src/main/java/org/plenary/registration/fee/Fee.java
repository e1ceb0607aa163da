package org.plenary.registration.fee;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A way to take part and what it costs.
 *
 * @param key names it in orders; never changes
 * @param category groups fees on pages, such as students; null for none
 * @param prices in rising order of their last days; the last has none
 * @param code what a buyer must know to get this fee; null when everybody may
 * @param taxRate percent contained in the price
 */
public record Fee(
        UUID id,
        String key,
        LocalizedText name,
        @Nullable LocalizedText category,
        @Nullable Integer capacity,
        List<Price> prices,
        @Nullable String code,
        BigDecimal taxRate,
        long version) {

    /** @param until the last day of this price in the conference's zone; null when it has no end */
    public record Price(Money amount, @Nullable LocalDate until) {
        boolean isOn(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    public Fee {
        prices = List.copyOf(prices);
    }

    /** What it costs on a day. */
    public Price priceOn(LocalDate day) {
        return prices.stream().filter(price -> price.isOn(day)).findFirst().orElse(prices.getLast());
    }

    public boolean requiresCode() {
        return code != null;
    }

    /** Its key and its category's names: by these a section of the form asks only some delegates. */
    public Set<String> groups() {
        var groups = new TreeSet<String>();
        groups.add(key);
        if (category != null) groups.addAll(category.values().values());
        return groups;
    }

    /** Compared in constant time: how long it takes tells nothing of the code. */
    public boolean opensWith(@Nullable String given) {
        if (code == null) return true;
        return given != null
                && MessageDigest.isEqual(
                        given.strip().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    public String stockKey() {
        return stockKey(key);
    }

    public static String stockKey(String key) {
        return "fee:" + key;
    }
}

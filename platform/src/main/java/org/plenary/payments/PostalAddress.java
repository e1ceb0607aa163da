package org.plenary.payments;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/**
 * Where letters to somebody go; the country stands beside it. Nothing of it is asked of everybody: not each country has postal codes or
 * regions.
 *
 * @param region such as a state or a province, where addresses name one
 */
public record PostalAddress(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region) {
    private static final int LINE = 200;
    private static final int CODE = 20;

    public PostalAddress {
        street = stripped(street);
        postalCode = stripped(postalCode);
        city = stripped(city);
        region = stripped(region);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Null when nothing of it is known. */
    public static @Nullable PostalAddress of(
            @Nullable String street, @Nullable String postalCode, @Nullable String city, @Nullable String region) {
        var address = new PostalAddress(street, postalCode, city, region);
        return address.saysNothing() ? null : address;
    }

    public boolean saysNothing() {
        return street == null && postalCode == null && city == null && region == null;
    }

    /** The postal code and the city as one line, empty without both; templates call it. */
    public String cityLine() {
        if (postalCode == null) return city == null ? "" : city;
        return city == null ? postalCode : postalCode + " " + city;
    }

    /** @param pointer of the address itself */
    public void check(String pointer, Violations found) {
        found.optionalText(pointer + "/street", street, LINE);
        found.optionalText(pointer + "/postal_code", postalCode, CODE);
        found.optionalText(pointer + "/city", city, LINE);
        found.optionalText(pointer + "/region", region, LINE);
    }

    /** For what cannot be sold without one: at least a street and a city. */
    public static void require(@Nullable PostalAddress address, String pointer, Violations found) {
        found.text(pointer + "/street", address == null ? null : address.street, LINE);
        found.text(pointer + "/city", address == null ? null : address.city, LINE);
    }
}

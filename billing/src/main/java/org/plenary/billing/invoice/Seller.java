package org.plenary.billing.invoice;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.VatIds;
import org.plenary.kernel.Violations;

/**
 * What the law wants documents to say of who sells.
 *
 * @param name the legal one, which may be another than people know
 * @param country ISO 3166-1 alpha-2
 * @param taxNumber of the local tax office, where there is no VAT number or both are named
 * @param register such as a court and a number there
 * @param note at the foot of each document
 */
record Seller(
        String name,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        String country,
        @Nullable String vatId,
        @Nullable String taxNumber,
        @Nullable String register,
        @Nullable String email,
        @Nullable String note) {
    private static final int LINE = 200;
    private static final int NUMBER = 50;
    private static final int NOTE = 1_000;

    Seller {
        street = trimmed(street);
        postcode = trimmed(postcode);
        city = trimmed(city);
        vatId = trimmed(vatId);
        taxNumber = trimmed(taxNumber);
        register = trimmed(register);
        email = trimmed(email);
        note = trimmed(note);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    void check() {
        var found = new Violations();
        found.text("/name", name, LINE);
        found.text("/street", street, LINE);
        found.text("/postcode", postcode, NUMBER);
        found.text("/city", city, LINE);
        found.country("/country", country);
        if (vatId != null)
            found.check(
                    VatIds.isWellFormed(country, vatId),
                    "/vat_id",
                    "vat_id",
                    "This is not a VAT number of this country.");
        found.optionalText("/tax_number", taxNumber, NUMBER);
        found.optionalText("/register", register, LINE);
        if (email != null) found.email("/email", email);
        found.optionalText("/note", note, NOTE);
        found.throwIfAny();
    }
}

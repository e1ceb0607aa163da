package org.plenary.registration.order;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.VatIds;
import org.plenary.kernel.Violations;

/**
 * Who ordered, gets the mails and is billed; the country is ISO 3166-1 alpha-2.
 *
 * @param vatId of a business; null for everybody else
 */
public record Contact(
        String name, String email, String country, @Nullable String vatId) {
    private static final int MAXIMUM_NAME = 200;

    public Contact(String name, String email, String country) {
        this(name, email, country, null);
    }

    void check(Violations found) {
        found.text("/contact/name", name, MAXIMUM_NAME);
        found.email("/contact/email", email);
        found.country("/contact/country", country);
        if (isBusiness())
            found.check(
                    VatIds.isWellFormed(country, vatId),
                    "/contact/vat_id",
                    "vat_id",
                    "This is not a VAT number of this country.");
    }

    /** That invoices which are paid later can be made out to it. */
    void checkBillable(String pointer) {
        if (!isBusiness())
            throw new org.plenary.kernel.Problem.InvalidInput(
                    pointer + "/vat_id", "institution", "Only institutions pay by invoice.");
    }

    boolean isBusiness() {
        return vatId != null && !vatId.isBlank();
    }
}

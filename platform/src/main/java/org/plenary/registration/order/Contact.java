package org.plenary.registration.order;

import org.plenary.kernel.Violations;

/** Who ordered, gets the mails and is billed; the country is ISO 3166-1 alpha-2. */
public record Contact(String name, String email, String country) {
    private static final int MAXIMUM_NAME = 200;

    void check(Violations found) {
        found.text("/contact/name", name, MAXIMUM_NAME);
        found.email("/contact/email", email);
        found.country("/contact/country", country);
    }
}

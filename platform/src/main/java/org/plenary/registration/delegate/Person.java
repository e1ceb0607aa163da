package org.plenary.registration.delegate;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegate whom something is done to together with others.
 *
 * @param code of the order
 * @param locale the language of the order
 */
record Person(
        UUID id,
        UUID order,
        String code,
        String name,
        String email,
        String country,
        String fee,
        String status,
        @Nullable String ticket,
        @Nullable String group,
        Locale locale) {
    boolean isConfirmed() {
        return status.equals("confirmed");
    }

    boolean isLive() {
        return isConfirmed() || status.equals("pending");
    }

    String label() {
        return name + " (" + code + ")";
    }
}

package org.plenary.registration.payway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/**
 * Where transfers go.
 *
 * @param details what else a payer needs, such as the account and sort code of a country without IBAN
 */
public record BankAccount(
        @Nullable String holder,
        @Nullable String iban,
        @Nullable String bic,
        @Nullable String bank,
        @Nullable String details) {
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_DETAILS = 1000;
    private static final String BIC = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?";

    public BankAccount {
        holder = stripped(holder);
        iban = stripped(iban) == null ? null : Iban.plain(String.valueOf(iban));
        bic = stripped(bic) == null ? null : String.valueOf(bic).strip().toUpperCase(Locale.ROOT);
        bank = stripped(bank);
        details = stripped(details);
    }

    /** Whether nothing was filled in. */
    boolean isNothing() {
        return holder == null && iban == null && bic == null && bank == null && details == null;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As people read it; null without one; templates call it. */
    public @Nullable String printedIban() {
        return iban == null ? null : Iban.printed(iban);
    }

    void check(Violations found) {
        found.text("/account/holder", holder, LONGEST_NAME);
        found.optionalText("/account/bank", bank, LONGEST_NAME);
        found.optionalText("/account/details", details, LONGEST_DETAILS);
        if (iban == null) found.check(details != null, "/account/iban", "bank_account", "An IBAN, or the details.");
        else found.check(Iban.isValid(iban), "/account/iban", "iban", "This is not an IBAN; look for a wrong digit.");
        found.check(bic == null || bic.matches(BIC), "/account/bic", "bic", "A BIC has 8 or 11 characters.");
    }
}

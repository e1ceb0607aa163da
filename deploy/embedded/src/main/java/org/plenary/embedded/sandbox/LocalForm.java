package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What the payer typed who does not pay by card. */
record LocalForm(String email, String name, String country, String iban) {
    static LocalForm of(ObjectNode form) {
        return new LocalForm(
                Json.text(form, "email").strip(),
                Json.text(form, "name").strip(),
                Json.text(form, "country").strip().toUpperCase(Locale.ROOT),
                Json.text(form, "iban").replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    List<String> mistakes(LocalMethod method) {
        List<String> mistakes = new ArrayList<>();
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            mistakes.add("error.email");
        }
        if (name.isEmpty()) {
            mistakes.add("error.payer");
        }
        if (!List.of(Locale.getISOCountries()).contains(country)) {
            mistakes.add("error.country");
        }
        if (method == LocalMethod.SEPA_DEBIT && TestDebit.of(iban).isEmpty()) {
            mistakes.add("error.iban");
        }
        return mistakes;
    }

    /** What is shown again. */
    Map<String, String> typed(LocalMethod method) {
        return Map.of("email", email, "name", name, "country", country, "method", method.wire());
    }

    /** Only cards have an expiry. */
    Intents.Payer payer() {
        return new Intents.Payer(email, name, country, "");
    }
}

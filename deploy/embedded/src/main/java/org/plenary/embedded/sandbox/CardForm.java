package org.plenary.embedded.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What the payer typed on the hosted page. */
record CardForm(String email, String number, String expiry, String cvc, String name, String country, String csrf) {

    static CardForm of(ObjectNode form) {
        return new CardForm(
                Json.text(form, "email").strip(),
                Json.text(form, "card_number").replaceAll("[\\s-]", ""),
                Json.text(form, "exp").replaceAll("\\s", ""),
                Json.text(form, "cvc").strip(),
                Json.text(form, "name").strip(),
                Json.text(form, "country").strip().toUpperCase(Locale.ROOT),
                Json.text(form, "csrf"));
    }

    /** Message keys of everything that is wrong before a bank is asked. */
    List<String> mistakes(Instant now) {
        List<String> mistakes = new ArrayList<>();
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            mistakes.add("error.email");
        }
        if (!number.matches("\\d{12,19}") || !TestCard.passesLuhn(number)) {
            mistakes.add("error.number");
        }
        if (!expiresAfter(now)) {
            mistakes.add("error.expiry");
        }
        if (!cvc.matches("\\d{3,4}")) {
            mistakes.add("error.cvc");
        }
        if (name.isEmpty()) {
            mistakes.add("error.name");
        }
        if (!List.of(Locale.getISOCountries()).contains(country)) {
            mistakes.add("error.country");
        }
        return mistakes;
    }

    private boolean expiresAfter(Instant now) {
        if (!expiry.matches("\\d{2}/\\d{2}")) {
            return false;
        }
        try {
            var last = YearMonth.of(
                    2000 + Integer.parseInt(expiry.substring(3)), Integer.parseInt(expiry.substring(0, 2)));
            return !last.isBefore(YearMonth.from(now.atZone(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    Intents.Payer payer() {
        return new Intents.Payer(email, name, country, expiry);
    }
}

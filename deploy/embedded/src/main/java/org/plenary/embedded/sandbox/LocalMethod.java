package org.plenary.embedded.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What one can pay with beside cards. Alipay and WeChat Pay lead to a page of theirs; a direct debit is decided days later. */
enum LocalMethod {
    SEPA_DEBIT("eur"),
    ALIPAY("cny", "eur", "usd", "gbp", "jpy", "hkd"),
    WECHAT_PAY("cny", "eur", "usd", "gbp", "jpy", "hkd");

    private final Set<String> currencies;

    LocalMethod(String... currencies) {
        this.currencies = Set.of(currencies);
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that fit a session; a subscription is paid by card. */
    static List<LocalMethod> of(ObjectNode session) {
        if (SubscriptionCheckout.isOne(session) || Json.number(session, "amount_total") == 0) {
            return List.of();
        }
        return Arrays.stream(values())
                .filter(method -> method.currencies.contains(Json.text(session, "currency")))
                .toList();
    }

    static Optional<LocalMethod> of(ObjectNode session, String wire) {
        return of(session).stream().filter(method -> method.wire().equals(wire)).findFirst();
    }
}

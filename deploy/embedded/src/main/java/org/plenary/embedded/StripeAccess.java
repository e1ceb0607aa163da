package org.plenary.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The secrets shared by the card sandbox and the application; made once for a data folder. */
record StripeAccess(String secretKey, String connectWebhookSecret, String platformWebhookSecret) {

    static StripeAccess of(DataFolder folder) {
        return new StripeAccess(
                folder.remembered("stripe.secret-key", () -> "sk_test_" + random()),
                folder.remembered("stripe.connect-webhook-secret", () -> "whsec_" + random()),
                folder.remembered("stripe.platform-webhook-secret", () -> "whsec_" + random()));
    }

    Map<String, String> settings(String apiBase) {
        return Map.of(
                "api-base", apiBase,
                "secret-key", secretKey,
                "connect-webhook-secret", connectWebhookSecret,
                "platform-webhook-secret", platformWebhookSecret,
                "open-accounts", "true");
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

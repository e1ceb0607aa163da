package org.plenary.billing.stripe;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param apiBase null for Stripe itself; the card sandbox otherwise
 * @param secretKey null when this installation takes no cards
 * @param connectWebhookSecret of the endpoint for organizations' accounts: the new one, and the former one while both are in use
 * @param platformWebhookSecret of the endpoint for the platform's own account, likewise
 * @param applicationFee percent of each payment that the platform keeps
 * @param openAccounts whether each new organization is given its account at once, to be filled in by it; else it asks for one
 */
@ConfigurationProperties("plenary.stripe")
public record StripeSettings(
        @Nullable URI apiBase,
        @Nullable String secretKey,
        @DefaultValue List<String> connectWebhookSecret,
        @DefaultValue List<String> platformWebhookSecret,
        @DefaultValue("0") BigDecimal applicationFee,
        @DefaultValue("false") boolean openAccounts) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public StripeSettings {
        if (apiBase != null && isLive(secretKey))
            throw new IllegalArgumentException("plenary.stripe.api-base is for test keys only");
        if (apiBase != null && !isNear(apiBase))
            throw new IllegalArgumentException("plenary.stripe.api-base is this machine or a plain service name");
        if (applicationFee.signum() < 0 || applicationFee.compareTo(BigDecimal.valueOf(100)) >= 0)
            throw new IllegalArgumentException("plenary.stripe.application-fee is a percentage");
    }

    public boolean isLive() {
        return isLive(secretKey);
    }

    private static boolean isLive(@Nullable String key) {
        return key != null && (key.startsWith("sk_live_") || key.startsWith("rk_live_"));
    }

    private static boolean isNear(URI base) {
        var host = base.getHost();
        return host != null && (LOOPBACK.contains(host) || host.indexOf('.') < 0);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + ", live=" + isLive() + "]";
    }
}

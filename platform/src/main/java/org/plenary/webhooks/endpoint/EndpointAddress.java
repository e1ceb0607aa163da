package org.plenary.webhooks.endpoint;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.kernel.calls.OutsideAddress;

/** What an endpoint's address may look like. */
final class EndpointAddress {
    private static final String POINTER = "/url";
    private static final int LONGEST = 500;

    private EndpointAddress() {}

    static void check(Violations violations, @Nullable String url, boolean loopbackAllowed) {
        if (url == null || url.isBlank()) {
            violations.add(POINTER, "required", "This is required.");
            return;
        }
        violations.optionalText(POINTER, url, LONGEST);
        violations.check(
                OutsideAddress.isGood(url.strip(), loopbackAllowed),
                POINTER,
                "webhook_address",
                "An address starts with https:// and a host's public name.");
    }
}

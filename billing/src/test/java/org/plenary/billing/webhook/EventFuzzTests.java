package org.plenary.billing.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any message is an event, or nothing. */
class EventFuzzTests {
    @FuzzTest(maxDuration = "60s")
    void anyMessageIsAnEventOrNothing(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        StripeEvent.read(text);
    }
}

package org.plenary.identity.factor;

import java.time.Duration;
import java.util.UUID;
import org.plenary.identity.RateLimits;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try a code. Who comes with a browser that the account knows has tries of their own, so that
 * strangers who have the password, on however many addresses, cannot keep the owner out.
 */
@Component
public class CodeTries {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int OF_NETWORK = 10;
    private static final int OF_STRANGERS = 30;

    private final RateLimits limits;

    CodeTries(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws org.plenary.kernel.Problem.TooMany when the tries are used up */
    public void take(UUID account, String network, boolean isKnownDevice) {
        limits.take("code:" + account + ":" + network + ":" + isKnownDevice, OF_NETWORK, PERIOD);
        if (!isKnownDevice) limits.take("code:" + account, OF_STRANGERS, PERIOD);
    }
}

package org.plenary.webhooks.endpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.plenary.identity.Signatures;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * The secrets by which endpoints know us. They follow from the platform's own and a nonce, so that neither a copy of the
 * organization's tables nor its export can sign anything.
 */
@Component
public class EndpointSecrets {
    private static final String PREFIX = "whsec_";

    private final Signatures signatures;

    EndpointSecrets(Signatures signatures) {
        this.signatures = signatures;
    }

    /** All that are good at this moment, the newest first; each as the receiver has it, {@code whsec_…}. */
    public List<String> good(Endpoint endpoint, Instant now) {
        var keys = endpoint.keys();
        var secrets = new ArrayList<String>();
        secrets.add(of(endpoint, keys.nonce()));
        if (keys.former() != null
                && keys.formerUntil() != null
                && keys.formerUntil().isAfter(now)) secrets.add(of(endpoint, keys.former()));
        return secrets;
    }

    private String of(Endpoint endpoint, String nonce) {
        var purpose = "webhook:" + Tenancy.require().id() + ":" + endpoint.id() + ":" + nonce;
        var bytes = Base64.getUrlDecoder().decode(signatures.of(purpose));
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}

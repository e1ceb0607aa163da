package org.plenary.payments;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** PORT: where payers see what they pay for and how; behind it is who sells. */
public interface PayerPages {
    /** A new link that works without signing in. Empty when there is no such subject any more. */
    Optional<URI> link(UUID subject);
}

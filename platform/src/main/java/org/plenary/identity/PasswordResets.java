package org.plenary.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The links that let people who forgot their password set a new one. */
public interface PasswordResets {
    /** @param link works once, for an hour; it is kept as a hash only, so nobody gets it a second time */
    record Link(String name, String email, Locale locale, URI link) {}

    /**
     * Makes the link that was asked for. Asked again for the same request, the link made before ends.
     *
     * @return empty when there is no such account, or the request is used or too old
     */
    Optional<Link> make(UUID request);
}

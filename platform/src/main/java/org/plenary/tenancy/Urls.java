package org.plenary.tenancy;

import java.net.URI;

/** Absolute addresses of the platform and of tenants, for redirects and mails. */
public interface Urls {
    /** {@code http://localhost:8080} + path; the path starts with a slash. */
    URI platform(String path);

    /**
     * {@code http://slug.localhost:8080} + path; the path starts with a slash. Public pages are on the tenant's own domain,
     * if it has one.
     */
    URI tenant(Tenant tenant, String path);

    /** Whether browsers reach us by TLS, so that cookies can be marked secure. */
    boolean isSecure();
}

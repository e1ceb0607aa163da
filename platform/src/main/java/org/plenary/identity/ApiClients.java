package org.plenary.identity;

import java.util.Set;
import org.plenary.tenancy.TenantId;

/** The programs that call a tenant's API with client credentials. */
public interface ApiClients {
    /** The secret is shown this once and kept as a hash only. */
    record Issued(String clientId, String clientSecret, Set<Permission> scopes) {}

    /** @param name what the organizer calls the program */
    Issued issue(TenantId tenant, String name, Set<Permission> scopes);
}

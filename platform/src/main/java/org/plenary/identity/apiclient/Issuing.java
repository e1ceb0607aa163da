package org.plenary.identity.apiclient;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ApiClients.Issued;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives programs access to the bound tenant, and takes it away. */
@Component
class Issuing {
    private static final int NAME_LENGTH = 100;

    private final StoredClients clients;
    private final AuditTrail audit;

    Issuing(StoredClients clients, AuditTrail audit) {
        this.clients = clients;
        this.audit = audit;
    }

    /** @param scopes all that a tenant can give when null */
    @Transactional
    public Issued issue(@Nullable String name, @Nullable Collection<String> scopes) {
        var violations = new Violations().text("/name", name, NAME_LENGTH);
        var permissions = permissions(violations, scopes);
        violations.throwIfAny();
        var issued = clients.issue(Tenancy.require().id(), String.valueOf(name).strip(), permissions);
        audit.record(
                "api_client.issued",
                issued.clientId(),
                Map.of(
                        "scopes",
                        permissions.stream().map(Permission::scope).sorted().toList()));
        return issued;
    }

    private static Set<Permission> permissions(Violations violations, @Nullable Collection<String> scopes) {
        if (scopes == null) return Permission.ofTenant();
        violations.check(!scopes.isEmpty(), "/scopes", "required", "This is required.");
        var permissions = EnumSet.noneOf(Permission.class);
        for (var scope : scopes) {
            var permission = Permission.ofScope(scope).filter(Permission.ofTenant()::contains);
            violations.check(permission.isPresent(), "/scopes", "unknown_scope", "There is no such scope.");
            permission.ifPresent(permissions::add);
        }
        return permissions;
    }

    @Transactional
    public void revoke(String id) {
        if (!clients.revoke(Tenancy.require().id(), id)) throw new Problem.NotFound("The API client");
        audit.record("api_client.revoked", id, Map.of());
    }
}

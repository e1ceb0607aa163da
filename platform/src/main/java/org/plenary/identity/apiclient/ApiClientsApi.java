package org.plenary.identity.apiclient;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/api/v1/api-clients")
class ApiClientsApi {
    private final Issuing issuing;
    private final StoredClients clients;

    ApiClientsApi(Issuing issuing, StoredClients clients) {
        this.issuing = issuing;
        this.clients = clients;
    }

    /** @param scopes all when left out */
    record NewClient(@Nullable String name, @Nullable List<String> scopes) {}

    record IssuedView(String clientId, String clientSecret, List<String> scopes) {}

    record ClientView(
            String clientId,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    @GetMapping
    Page<ClientView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return clients.page(Tenancy.require().id(), Page.limit(limit), after)
                .map(client -> new ClientView(
                        client.id(), client.name(), codes(client.scopes()), client.createdAt(), client.lastUsedAt()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(@RequestBody NewClient client) {
        var issued = issuing.issue(client.name() == null ? "API" : client.name(), client.scopes());
        return new IssuedView(issued.clientId(), issued.clientSecret(), codes(issued.scopes()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        issuing.revoke(id);
    }

    private static List<String> codes(Collection<Permission> scopes) {
        return scopes.stream().map(Permission::scope).sorted().toList();
    }
}

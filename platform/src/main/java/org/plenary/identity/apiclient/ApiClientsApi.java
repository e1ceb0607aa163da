package org.plenary.identity.apiclient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.identity.apiclient.Issuing.Facts;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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

    /**
     * @param scopes all when left out
     * @param lastDay on which it works, in the organization's time zone; null for no end
     */
    record NewClient(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String description,
            @Nullable LocalDate lastDay) {}

    record IssuedView(String clientId, String clientSecret, List<String> scopes) {}

    /** @param lastDay null for no end */
    record ClientFacts(
            @Nullable String name,
            @Nullable String description,
            @Nullable LocalDate lastDay) {}

    /** @param overlapHours for which the present secret goes on beside the new one: 0 to 168, 24 when left out */
    record Rotation(@Nullable Integer overlapHours) {}

    record RotatedView(
            String clientId, String clientSecret, @Nullable Instant formerUntil) {}

    /** @param formerUntil until when the secret before the present one is good as well; null when there is none */
    record ClientView(
            String clientId,
            String name,
            String description,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable LocalDate lastDay,
            @Nullable Instant secretMadeAt,
            @Nullable Instant formerUntil) {
        static ClientView of(StoredClient client) {
            return new ClientView(
                    client.id(),
                    client.name(),
                    client.description(),
                    codes(client.scopes()),
                    client.createdAt(),
                    client.lastUsedAt(),
                    client.term().lastDay(),
                    client.secret().madeAt() == null
                            ? client.createdAt()
                            : client.secret().madeAt(),
                    client.secret().formerUntil());
        }
    }

    @GetMapping
    Page<ClientView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return clients.page(Tenancy.require().id(), Page.limit(limit), after).map(ClientView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(@RequestBody NewClient client) {
        var name = client.name() == null ? "API" : client.name();
        var issued = issuing.issue(new Facts(name, client.description(), client.lastDay()), client.scopes());
        return new IssuedView(issued.clientId(), issued.clientSecret(), codes(issued.scopes()));
    }

    @GetMapping("/{id}")
    ClientView one(@PathVariable String id) {
        return ClientView.of(issuing.require(id));
    }

    @PutMapping("/{id}")
    ClientView change(@PathVariable String id, @RequestBody ClientFacts facts) {
        return ClientView.of(issuing.change(id, new Facts(facts.name(), facts.description(), facts.lastDay())));
    }

    @PostMapping("/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    RotatedView rotate(@PathVariable String id, @RequestBody Rotation rotation) {
        var rotated = issuing.rotate(id, rotation.overlapHours());
        return new RotatedView(rotated.clientId(), rotated.clientSecret(), rotated.formerUntil());
    }

    @DeleteMapping("/{id}/former-secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endFormer(@PathVariable String id) {
        issuing.endFormer(id);
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

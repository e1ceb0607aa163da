package org.plenary.webhooks.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.plenary.webhooks.endpoint.Registering.Wish;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/api/v1/webhook-endpoints")
class WebhookEndpointsApi {
    private final Registering registering;
    private final Endpoints endpoints;

    WebhookEndpointsApi(Registering registering, Endpoints endpoints) {
        this.registering = registering;
        this.endpoints = endpoints;
    }

    record NewEndpoint(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<EventType> events) {}

    /** @param active whether anything is sent; what is left out stays as it is */
    record EndpointChange(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<EventType> events,
            @Nullable Boolean active) {}

    /** @param secret shown this once, as a Standard Webhooks library takes it */
    record NewEndpointView(EndpointView endpoint, String secret) {}

    /** @param formerUntil until when what is sent is signed with the former secret too */
    record NewSecretView(String secret, Instant formerUntil) {}

    @GetMapping
    Page<EndpointView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        return endpoints.page(Page.limit(limit), after).map(EndpointView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewEndpointView register(@RequestBody NewEndpoint wanted) {
        var issued = registering.register(new Wish(wanted.url(), wanted.description(), wanted.events(), null));
        return new NewEndpointView(EndpointView.of(issued.endpoint()), issued.secret());
    }

    @GetMapping("/{id}")
    ResponseEntity<EndpointView> one(@PathVariable UUID id) {
        return answer(endpoints.require(id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<EndpointView> change(
            @PathVariable UUID id,
            @RequestBody EndpointChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = endpoints.require(id).version();
        Preconditions.check(ifMatch, version);
        return answer(registering.change(
                id, new Wish(change.url(), change.description(), change.events(), change.active()), version));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Preconditions.check(ifMatch, endpoints.require(id).version());
        registering.delete(id);
    }

    @PostMapping("/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    NewSecretView rotate(@PathVariable UUID id) {
        var issued = registering.rotate(id);
        var until = issued.formerUntil();
        if (until == null) throw new IllegalStateException("a secret that was replaced ends sometime");
        return new NewSecretView(issued.secret(), until);
    }

    private static ResponseEntity<EndpointView> answer(Endpoint endpoint) {
        return ResponseEntity.ok().eTag(Preconditions.tag(endpoint.version())).body(EndpointView.of(endpoint));
    }
}

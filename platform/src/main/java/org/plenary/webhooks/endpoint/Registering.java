package org.plenary.webhooks.endpoint;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Feature;
import org.plenary.tenancy.Features;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.endpoint.Endpoint.Keys;
import org.plenary.webhooks.endpoint.Endpoint.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where the bound tenant's programs want to be told, and takes it back. */
@Component
public class Registering {
    private static final int LONGEST_DESCRIPTION = 200;

    private final Endpoints endpoints;
    private final EndpointSecrets secrets;
    private final AuditTrail audit;
    private final WebhookSettings settings;
    private final Now now;

    Registering(Endpoints endpoints, EndpointSecrets secrets, AuditTrail audit, WebhookSettings settings, Now now) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.audit = audit;
        this.settings = settings;
        this.now = now;
    }

    /** What holds at the moment. */
    @Component("registeringNow")
    record Now(Features features, Clock clock) {}

    /** What somebody wants of an endpoint; what is null stays as it is, or is left out of a new one. */
    public record Wish(
            @Nullable String url,
            @Nullable String description,
            @Nullable Collection<EventType> events,
            @Nullable Boolean active) {}

    /** @param secret shown this once */
    public record Issued(
            Endpoint endpoint, String secret, @Nullable Instant formerUntil) {}

    /** Whether the organization can register one at the moment. */
    boolean isOffered() {
        return now.features().isOn(Feature.WEBHOOKS, Tenancy.require());
    }

    /** @throws Problem.Conflict code {@code too_many_endpoints}, or {@code feature_off} while nobody can register one */
    @Transactional
    public Issued register(Wish wish) {
        var found = new Violations();
        check(found, wish);
        EndpointAddress.check(found, wish.url(), settings.loopbackAllowed());
        found.required("/events", wish.events());
        found.throwIfAny();
        now.features().require(Feature.WEBHOOKS);
        if (endpoints.count() >= settings.most())
            throw new Problem.Conflict(
                    "too_many_endpoints", "There are " + settings.most() + " endpoints already; delete one first.");
        var endpoint = new Endpoint(
                Ids.next(),
                Objects.requireNonNull(wish.url()).strip(),
                Objects.requireNonNullElse(wish.description(), "").strip(),
                sorted(Objects.requireNonNull(wish.events())),
                new Standing(true, null, null, null, null),
                new Keys(Ids.secret(), null, null),
                now.clock().instant(),
                1);
        endpoints.insert(endpoint);
        audit.record(
                "webhook.registered",
                endpoint.id().toString(),
                Map.of("host", host(endpoint), "events", wires(endpoint)));
        return new Issued(endpoint, secret(endpoint), null);
    }

    /** @param expected the version that the caller read */
    @Transactional
    public Endpoint change(UUID id, Wish wish, long expected) {
        var before = endpoints.require(id);
        if (before.version() != expected) throw new Problem.Stale();
        var found = new Violations();
        check(found, wish);
        if (wish.url() != null) EndpointAddress.check(found, wish.url(), settings.loopbackAllowed());
        found.throwIfAny();
        var standing = before.standing();
        var isActive = wish.active() == null ? standing.active() : wish.active();
        var changed = new Endpoint(
                id,
                wish.url() == null ? before.url() : wish.url().strip(),
                wish.description() == null
                        ? before.description()
                        : wish.description().strip(),
                wish.events() == null ? before.events() : sorted(wish.events()),
                new Standing(isActive, null, null, standing.failingSince(), standing.lastDeliveredAt()),
                before.keys(),
                before.createdAt(),
                before.version());
        endpoints.change(changed);
        audit.record(
                "webhook.changed",
                id.toString(),
                Map.of("host", host(changed), "events", wires(changed), "active", isActive));
        return endpoints.require(id);
    }

    @Transactional
    public void delete(UUID id) {
        var endpoint = endpoints.require(id);
        endpoints.delete(id);
        audit.record("webhook.deleted", id.toString(), Map.of("host", host(endpoint)));
    }

    /** A new secret; for a while what is sent is signed with the former one too. */
    @Transactional
    public Issued rotate(UUID id) {
        endpoints.require(id);
        var until = now.clock().instant().plus(settings.former());
        endpoints.rotate(id, Ids.secret(), until);
        audit.record("webhook.secret-rotated", id.toString(), Map.of("former_until", until));
        var endpoint = endpoints.require(id);
        return new Issued(endpoint, secret(endpoint), until);
    }

    private String secret(Endpoint endpoint) {
        return secrets.good(endpoint, now.clock().instant()).getFirst();
    }

    private static void check(Violations found, Wish wish) {
        found.optionalText("/description", wish.description(), LONGEST_DESCRIPTION);
        if (wish.events() == null) return;
        found.check(!wish.events().isEmpty(), "/events", "required", "This is required.");
        found.check(EventType.all().containsAll(wish.events()), "/events", "unknown_event", "There is no such event.");
    }

    private static List<EventType> sorted(Collection<EventType> events) {
        return events.stream().distinct().sorted().toList();
    }

    /** The rest of an address may be somebody's secret. */
    private static String host(Endpoint endpoint) {
        return URI.create(endpoint.url()).getHost();
    }

    private static List<String> wires(Endpoint endpoint) {
        return endpoint.events().stream().map(EventType::wire).toList();
    }
}

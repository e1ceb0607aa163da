package org.plenary.webhooks.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.plenary.webhooks.delivery.Delivery.Attempt;
import org.plenary.webhooks.delivery.Delivery.Outcome;
import org.plenary.webhooks.endpoint.Endpoints;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/v1/webhook-endpoints/{endpoint}")
class WebhookDeliveriesApi {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Replaying replaying;

    WebhookDeliveriesApi(Endpoints endpoints, Deliveries deliveries, Replaying replaying) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.replaying = replaying;
    }

    /**
     * @param messageId as the receiver got it in {@code webhook-id}
     * @param nextTryAt null when it is not on its way
     */
    record DeliveryView(
            UUID id,
            String messageId,
            String event,
            Delivery.Status status,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            String body,
            List<AttemptView> attempts) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.messageId(),
                    delivery.type(),
                    delivery.status(),
                    delivery.createdAt(),
                    delivery.nextTryAt(),
                    delivery.body(),
                    delivery.attempts().stream().map(AttemptView::of).toList());
        }
    }

    /**
     * @param status of HTTP; null when there was no answer
     * @param answer its beginning
     */
    record AttemptView(
            Instant at, Outcome outcome, @Nullable Integer status, long milliseconds, String answer) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(attempt.at(), attempt.outcome(), attempt.status(), attempt.took(), attempt.answer());
        }
    }

    /** @param since what failed earlier is left alone */
    record RecoveryRequest(@Nullable Instant since) {}

    record RecoveryView(int deliveries) {}

    @GetMapping("/deliveries")
    Page<DeliveryView> list(
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        return deliveries
                .page(endpoints.require(endpoint).id(), status(status), Page.limit(limit), after)
                .map(DeliveryView::of);
    }

    private static Delivery.@Nullable Status status(@Nullable String asked) {
        if (asked == null) return null;
        for (var each : Delivery.Status.values()) if (each.wire().equals(asked)) return each;
        throw new Problem.InvalidInput("/status", "choice", "This is not one of the choices.");
    }

    @GetMapping("/deliveries/{id}")
    DeliveryView one(@PathVariable UUID endpoint, @PathVariable UUID id) {
        return DeliveryView.of(replaying.require(endpoint, id));
    }

    @PostMapping("/deliveries/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView again(@PathVariable UUID endpoint, @PathVariable UUID id) {
        return DeliveryView.of(replaying.again(endpoint, id));
    }

    @PostMapping("/recovery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecoveryView recover(@PathVariable UUID endpoint, @RequestBody RecoveryRequest recovery) {
        if (recovery.since() == null) throw new Problem.InvalidInput("/since", "required", "This is required.");
        return new RecoveryView(replaying.failedSince(endpoint, recovery.since()));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView test(@PathVariable UUID endpoint) {
        return DeliveryView.of(replaying.test(endpoint));
    }
}

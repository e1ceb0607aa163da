package org.plenary.webhooks.endpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What organizers' programs can be told of. The names are a contract: they are never changed. */
public enum EventType {
    CONFERENCE_PUBLISHED("conference.published"),
    NOTICE_PUBLISHED("notice.published"),
    ORDER_PLACED("order.placed"),
    ORDER_CONFIRMED("order.confirmed"),
    ORDER_CHANGED("order.changed"),
    ORDER_CANCELLED("order.cancelled"),
    ORDER_EXPIRED("order.expired"),
    PAYMENT_RECEIVED("payment.received"),
    PAYMENT_FAILED("payment.failed"),
    PAYMENT_REFUNDED("payment.refunded"),
    PAYMENT_DISPUTED("payment.disputed"),
    REFUND_FAILED("refund.failed"),
    DELEGATE_CHECKED_IN("delegate.checked_in"),
    PAPER_SUBMITTED("paper.submitted"),
    /** Nothing happened: somebody wants to see whether the endpoint answers. Sent only to the endpoint that is tried. */
    WEBHOOK_TEST("webhook.test");

    private final String wire;

    EventType(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<EventType> ofWire(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    /** Those that an endpoint can ask for. */
    public static List<EventType> all() {
        return Arrays.stream(values()).filter(type -> type != WEBHOOK_TEST).toList();
    }
}

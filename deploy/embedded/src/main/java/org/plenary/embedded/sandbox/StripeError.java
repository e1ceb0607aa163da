package org.plenary.embedded.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer in Stripe's error format. */
final class StripeError extends RuntimeException {
    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;
    private final boolean repeatable;

    private StripeError(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message,
            boolean repeatable) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.repeatable = repeatable;
    }

    /** The request cannot be understood; nothing was begun, so its idempotency key stays free. */
    static StripeError invalidParameter(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message, false);
    }

    static StripeError missing(String param) {
        return invalidParameter("parameter_missing", param, "Missing required param: " + param + ".");
    }

    /** The bank said no to what was asked for; as a refusal, it is remembered. */
    static StripeError declined(Decline decline) {
        return new StripeError(402, "card_error", decline.code(), null, decline.message(), true);
    }

    /** The request was understood and refused; the refusal is remembered for its idempotency key. */
    static StripeError refused(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message, true);
    }

    static StripeError notFound(String what, String param, String id) {
        return new StripeError(
                404, "invalid_request_error", "resource_missing", param, "No such " + what + ": '" + id + "'", true);
    }

    static StripeError status(int status, String type, @Nullable String code, String message) {
        return new StripeError(status, type, code, null, message, false);
    }

    static StripeError unsupported(@Nullable String param, String message) {
        return new StripeError(501, "api_error", "sandbox_unsupported", param, message, false);
    }

    int status() {
        return status;
    }

    /** Whether the same answer is due to a repetition with the same idempotency key. */
    boolean repeatable() {
        return repeatable;
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        if (param != null) {
            error.put("param", param);
        }
        error.put("message", getMessage());
        return body;
    }
}

package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The way of a call of Stripe's API: key, version, account, route, parameters, idempotency, answer. */
final class Api implements HttpHandler {
    private static final long TIMEOUT_MILLIS = 30_000;
    private static final long CUT_OFF_LENGTH = 1_000;

    /** Where each call is put down. */
    record Notes(RequestLog log, Recorder recorder) {}

    private final String secretKey;
    private final Accounts accounts;
    private final Routes routes;
    private final Expansion expansion;
    private final Idempotency idempotency;
    private final Faults faults;
    private final Notes notes;

    Api(
            String secretKey,
            Accounts accounts,
            Routes routes,
            Expansion expansion,
            Idempotency idempotency,
            Faults faults,
            Notes notes) {
        this.secretKey = secretKey;
        this.accounts = accounts;
        this.routes = routes;
        this.expansion = expansion;
        this.idempotency = idempotency;
        this.faults = faults;
        this.notes = notes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String requestId = "req_" + Ids.tail(14);
        String body = Http.body(exchange);
        Faults.Fault fault = faults.take(path).orElse(null);
        Answer answer =
                fault != null && !fault.after() ? failure(fault.kind()) : answer(exchange, path, requestId, body);
        if (fault != null) {
            answer = failure(fault.kind());
            if (!fault.kind().matches("\\d+")) {
                note(exchange, body, new Answer(0, answer.body(), false));
                hangUp(exchange, fault.kind());
                return;
            }
        }
        note(exchange, body, answer);
        headers(exchange, requestId, answer);
        Http.json(exchange, answer.status(), answer.body());
    }

    private Answer answer(HttpExchange exchange, String path, String requestId, String body) {
        try {
            authenticate(exchange.getRequestHeaders().getFirst("Authorization"));
            requireVersion(exchange.getRequestHeaders().getFirst("Stripe-Version"));
            Routes.Match match = routes.match(exchange.getRequestMethod(), path);
            String account = accounts.scope(account(exchange));
            Params params = parameters(exchange, body);
            params.check(match.route().parameters());
            String key = exchange.getRequestMethod().equals("POST")
                    ? exchange.getRequestHeaders().getFirst("Idempotency-Key")
                    : null;
            Call call = new Call(account, match.variables(), params, requestId, key);
            Supplier<ObjectNode> work =
                    () -> expansion.render(call, match.route().work().apply(call));
            return idempotency.once(call, path + "\n" + body, work);
        } catch (StripeError error) {
            return new Answer(error.status(), error.body(), false);
        } catch (RuntimeException e) {
            e.printStackTrace();
            ObjectNode failure = StripeError.status(500, "api_error", null, "The card sandbox failed: " + e)
                    .body();
            return new Answer(500, failure, false);
        }
    }

    private void authenticate(@Nullable String header) {
        String given = "";
        if (header != null && header.startsWith("Bearer ")) {
            given = header.substring("Bearer ".length()).strip();
        } else if (header != null && header.startsWith("Basic ")) {
            given = basic(header.substring("Basic ".length()).strip());
        }
        if (given.isEmpty()) {
            throw StripeError.status(
                    401,
                    "invalid_request_error",
                    null,
                    "You did not provide an API key. You need to provide your API key in the Authorization header,"
                            + " using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), secretKey.getBytes(StandardCharsets.UTF_8))) {
            throw StripeError.status(401, "invalid_request_error", null, "Invalid API Key provided.");
        }
    }

    private static String basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.contains(":") ? pair.substring(0, pair.indexOf(':')) : pair;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void requireVersion(@Nullable String version) {
        if (version != null && !version.equals(Events.API_VERSION)) {
            throw StripeError.invalidParameter(
                    null, null, "The card sandbox speaks API version " + Events.API_VERSION + " only, not " + version);
        }
    }

    private static @Nullable String account(HttpExchange exchange) {
        String account = exchange.getRequestHeaders().getFirst("Stripe-Account");
        return account != null ? account : exchange.getRequestHeaders().getFirst("Stripe-Context");
    }

    private static Params parameters(HttpExchange exchange, String body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && Upload.isOne(type) ? Upload.params(type, body) : new Params(fields(exchange, body));
    }

    private static ObjectNode fields(HttpExchange exchange, String body) {
        String query = exchange.getRequestURI().getRawQuery();
        if (!exchange.getRequestMethod().equals("POST")) {
            return Form.decode(query == null ? "" : query);
        }
        if (Http.sendsJson(exchange)) {
            try {
                return body.isBlank() ? Json.object() : Json.read(body);
            } catch (JacksonException | ClassCastException e) {
                throw StripeError.invalidParameter(null, null, "Invalid JSON in the request body.");
            }
        }
        return Form.decode(body);
    }

    private static Answer failure(String kind) {
        return kind.equals("429")
                ? error(429, "rate_limit_error", "Too many requests hit the API too quickly (ordered fault).")
                : error(500, "api_error", "An error occurred with our connection (ordered fault).");
    }

    private static Answer error(int status, String type, String message) {
        return new Answer(
                status, StripeError.status(status, type, null, message).body(), false);
    }

    /** Cuts the answer off after its first byte: with none at all, the JDK's client would quietly ask again. */
    private static void hangUp(HttpExchange exchange, String kind) throws IOException {
        if (kind.equals("timeout")) {
            pause(TIMEOUT_MILLIS);
        } else {
            exchange.sendResponseHeaders(200, CUT_OFF_LENGTH);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void headers(HttpExchange exchange, String requestId, Answer answer) {
        var headers = exchange.getResponseHeaders();
        headers.set("Request-Id", requestId);
        headers.set("Stripe-Version", Events.API_VERSION);
        headers.set("Cache-Control", "no-cache, no-store");
        for (String name : new String[] {"Idempotency-Key", "Stripe-Account"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        if (answer.replayed()) {
            headers.set("Idempotent-Replayed", "true");
        }
        if (answer.status() == 429) {
            headers.set("Retry-After", "1");
        }
    }

    private void note(HttpExchange exchange, String body, Answer answer) {
        record(exchange, body, answer);
        notes.log()
                .note(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        account(exchange),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        body,
                        answer.status(),
                        answer.replayed());
    }

    private void record(HttpExchange exchange, String body, Answer answer) {
        if (!notes.recorder().on()) return;
        try {
            notes.recorder()
                    .call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            parameters(exchange, body).root(),
                            !Http.sendsJson(exchange),
                            answer);
        } catch (StripeError unreadable) {
            // it was answered with just that
        }
    }
}

package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Small things that every part of the server does with an exchange. */
final class Http {
    private static final int LARGEST_BODY = 1 << 20;
    private static final int LARGEST_UPLOAD = 1 << 24;

    private Http() {}

    static String body(HttpExchange exchange) throws IOException {
        boolean upload = Upload.isOne(exchange.getRequestHeaders().getFirst("Content-Type"));
        int largest = upload ? LARGEST_UPLOAD : LARGEST_BODY;
        byte[] bytes = exchange.getRequestBody().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw StripeError.status(413, "invalid_request_error", null, "The request is too large.");
        }
        return new String(bytes, upload ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    static boolean sendsJson(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, "application/json", Json.pretty(body));
    }

    static void html(HttpExchange exchange, int status, String body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        send(exchange, status, "text/html; charset=utf-8", body);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(303, -1);
    }
}

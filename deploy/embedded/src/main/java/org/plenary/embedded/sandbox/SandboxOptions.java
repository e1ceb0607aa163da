package org.plenary.embedded.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox is started with.
 *
 * @param port the port on 127.0.0.1, 0 for any free one
 * @param data the folder of the journal
 * @param connect where events of connected accounts go
 * @param platform where events of the platform's own account go
 * @param secretKey the only key that is accepted
 * @param recording the file to which each call and each event is written, for tests
 */
public record SandboxOptions(
        int port,
        Path data,
        Endpoint connect,
        Endpoint platform,
        String secretKey,
        @Nullable Path recording) {

    /** A webhook endpoint. An empty address means that nothing is sent. */
    public record Endpoint(String url, String secret) {}

    /** Reads {@code --name=value} arguments. */
    public static SandboxOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("Expected --name=value, found: " + argument);
            }
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        var options = new SandboxOptions(
                Integer.parseInt(required(values, "port")),
                Path.of(required(values, "data")),
                endpoint(values, "connect"),
                endpoint(values, "platform"),
                required(values, "secret-key"),
                values.containsKey("recording") ? Path.of(required(values, "recording")) : null);
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown option: --" + values.keySet().iterator().next());
        }
        if (!options.secretKey().startsWith("sk_test_")) {
            throw new IllegalArgumentException("The secret key must start with sk_test_");
        }
        return options;
    }

    private static Endpoint endpoint(Map<String, String> values, String name) {
        String url = values.getOrDefault(name + "-webhook-url", "");
        values.remove(name + "-webhook-url");
        if (url.isEmpty()) {
            values.remove(name + "-webhook-secret");
            return new Endpoint("", "");
        }
        if (!url.startsWith("http://")) {
            throw new IllegalArgumentException("Webhooks are sent over plain http only: " + url);
        }
        return new Endpoint(url, required(values, name + "-webhook-secret"));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.remove(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Missing option: --" + name);
        }
        return value;
    }
}

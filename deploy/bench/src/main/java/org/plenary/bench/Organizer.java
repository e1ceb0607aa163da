package org.plenary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.identity.Permission;
import org.plenary.kernel.Secrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organization that signed up as others do, and a program with all its rights. */
final class Organizer {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
    private static final String SECRET = "a secret of the benchmark alone";

    private final int port;
    private final String slug;
    private final UUID tenant;
    private final String schema;
    private final Database database;
    private String token = "";
    private long tokenAt;

    private Organizer(int port, String slug, UUID tenant, String schema, Database database) {
        this.port = port;
        this.slug = slug;
        this.tenant = tenant;
        this.schema = schema;
        this.database = database;
    }

    static Organizer signUp(Platform platform, String slug) throws Exception {
        new SignUp(platform).complete(slug);
        var database = platform.database();
        var tenant = UUID.fromString(database.texts("select id from control.tenant where slug = ?", slug)
                .getFirst());
        var schema = database.texts("select schema_name from control.tenant where id = ?", tenant)
                .getFirst();
        database.texts(
                """
                insert into control.api_client (id, tenant_id, name, secret_hash, scopes, created_at)
                values (?, ?, 'bench', ?, ?, now()) returning id""",
                client(slug),
                tenant,
                Secrets.hash(SECRET),
                Permission.ofTenant().stream().map(Permission::scope).collect(Collectors.joining(" ")));
        return new Organizer(platform.application().port(), slug, tenant, schema, database);
    }

    private static String client(String slug) {
        return "pc_" + slug;
    }

    private static String token(int port, String slug) throws IOException {
        var basic = Base64.getEncoder().encodeToString((client(slug) + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        var request =
                Wire.request("POST", "localhost:" + port, "/oauth2/token", headers, "grant_type=client_credentials");
        try (var wire = new Wire(port)) {
            return JSON.readTree(expect(200, wire.send(request)))
                    .at("/access_token")
                    .asString();
        }
    }

    /** One is good for an hour, and a whole run may take longer. */
    private synchronized String token() {
        var now = System.nanoTime();
        if (token.isEmpty() || now - tokenAt > TOKEN_LIFE.toNanos()) {
            try {
                token = token(port, slug);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tokenAt = now;
        }
        return token;
    }

    int port() {
        return port;
    }

    String slug() {
        return slug;
    }

    UUID tenant() {
        return tenant;
    }

    String schema() {
        return schema;
    }

    Database database() {
        return database;
    }

    /** A request of anybody. */
    byte[] open(String method, String path, String body) {
        return Wire.request(method, host(), path, Map.of("Content-Type", "application/json"), body);
    }

    /** What a browser asks for on the organization's host. */
    byte[] browse(String path, String cookie) {
        return Wire.request("GET", host(), path, Map.of("Accept", "text/html", "Cookie", cookie), "");
    }

    /** A form that a browser sends. */
    byte[] post(String path, String cookie, String form) {
        var headers =
                Map.of("Accept", "text/html", "Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded");
        return Wire.request("POST", host(), path, headers, form);
    }

    /** A request of the organization's program. */
    byte[] signed(String method, String path, String body) {
        var headers = Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json");
        return Wire.request(method, host(), path, headers, body);
    }

    /** A file that the organization's program takes. */
    byte[] taking(String type, String path) {
        return Wire.request("GET", host(), path, Map.of("Authorization", "Bearer " + token(), "Accept", type), "");
    }

    JsonNode send(int expected, byte[] request) throws IOException {
        return JSON.readTree(ask(expected, request));
    }

    /** What is answered, as text. */
    String ask(int expected, byte[] request) throws IOException {
        try (var wire = new Wire(port)) {
            return expect(expected, wire.send(request));
        }
    }

    Wire wire() {
        return new Wire(port);
    }

    String host() {
        return slug + ".localhost:" + port;
    }

    static String expect(int status, Wire.Answer answer) {
        if (answer.status() == status) return answer.body();
        throw new IllegalStateException("expected " + status + " but was " + answer.status() + ": " + answer.body());
    }
}

package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner tries what they have set up, and is told what is wrong with it. */
class ProviderTrialIT extends ProviderFixture {
    private static HttpServer server;

    /** What is at an address, by the path of the issuer. */
    private static final Map<String, String> SAID = Map.of(
            "/other",
            "{'issuer': 'https://issuer.example'}",
            "/page",
            "<html>Welcome</html>",
            "/private",
            "{'issuer': '$', 'authorization_endpoint': 'https://10.0.0.1/a', 'token_endpoint': '$', 'jwks_uri': '$'}",
            "/implicit",
            "{'issuer': '$', 'authorization_endpoint': '$', 'token_endpoint': '$', 'jwks_uri': '$',"
                    + " 'response_types_supported': ['id_token']}",
            "/secret",
            "{'issuer': '$', 'authorization_endpoint': '$', 'token_endpoint': '$', 'jwks_uri': '$',"
                    + " 'id_token_signing_alg_values_supported': ['HS256', 'none']}",
            "/keyless",
            "{'issuer': '$', 'authorization_endpoint': '$', 'token_endpoint': '$', 'jwks_uri': '$',"
                    + " 'id_token_signing_alg_values_supported': ['RS256']}");

    @BeforeAll
    static void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath().replace("/.well-known/openid-configuration", "");
            var text = SAID.get(path);
            if (text == null) exchange.sendResponseHeaders(404, -1);
            else {
                var body = text.replace('\'', '"').replace("$", at(path)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void whatIsWrongIsSaidInWordsThatHelp() {
        var tenant = aTenant();
        var entry = entry(tenant);
        var trial = "/manage/sign-in/" + entry + "/trial";

        assertThat(submit(manage(tenant, "/" + entry), trial, Map.of()).body())
                .contains(
                        "It answers, and says all that is needed.",
                        urls.platform("/login/with/" + entry + "/answer").toString());
        Map.of(
                        "/other", "It calls itself by another issuer",
                        "/page", "is not a description of an OpenID provider",
                        "/private", "One of its addresses is missing",
                        "/implicit", "does not offer the authorization code flow",
                        "/secret", "It signs identity tokens in no way that we accept",
                        "/keyless", "Its keys cannot be read.",
                        "/nothing", "The issuer has nothing at")
                .forEach((path, text) -> {
                    change(tenant, entry.toString(), Map.of("active", "true", "issuer", at(path)));
                    assertThat(submit(manage(tenant, "/" + entry), trial, Map.of())
                                    .body())
                            .as(path)
                            .contains(text);
                });
        change(tenant, entry.toString(), Map.of("active", "true", "issuer", "http://127.0.0.1:9"));
        assertThat(submit(manage(tenant, "/" + entry), trial, Map.of()).body())
                .contains("cannot be reached from the internet");
    }
}

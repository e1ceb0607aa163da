package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The host names the tenant, and nothing else does; written to the socket by hand, for no client sends such requests. */
class HostsIT extends PlenaryIT {
    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Tenant a;
    private Tenant b;

    @BeforeEach
    void twoTenants() {
        a = aTenant();
        b = aTenant();
    }

    private static String host(Tenant tenant) {
        return tenant.slug() + ".localhost:" + platform().port();
    }

    private static String get(String target, String... headers) throws IOException {
        return send("GET " + target + " HTTP/1.1", "", headers);
    }

    private static String send(String line, String body, String... headers) throws IOException {
        var request = line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n" + body;
        try (var socket = new Socket("127.0.0.1", platform().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of the platform's host, with the token of its form. */
    private static String submit(String path, String fields, String... headers) throws IOException {
        var host = "Host: localhost:" + platform().port();
        var form = get(path, host, "Accept: text/html");
        var token = form.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]*)\".*", "$1");
        var cookie = form.replaceAll("(?s).*Set-Cookie: (plenary-csrf=[^;]*);.*", "$1");
        var body = fields + "&_csrf=" + token;
        var all = new ArrayList<>(List.of(
                host,
                "Cookie: " + cookie,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length()));
        all.addAll(List.of(headers));
        return send("POST " + path + " HTTP/1.1", body, all.toArray(String[]::new));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    @Test
    void aHostIsReadWhateverItsLettersAndItsPort() throws IOException {
        assertThat(get("/?lang=en", "Host: " + host(a).toUpperCase(java.util.Locale.ROOT), "Accept: text/html"))
                .contains("200", a.name())
                .doesNotContain(b.name());
        assertThat(get("/?lang=en", "Host: " + a.slug() + ".localhost:1", "Accept: text/html"))
                .contains(a.name());
    }

    @Test
    void whatIsNoHostOfOursIsNowhere() throws IOException {
        for (var host : new String[] {
            a.slug() + ".localhost.",
            a.slug() + ".localhost.evil.example",
            "x." + a.slug() + ".localhost",
            "evil.example",
            "127.0.0.1",
            "[::1]"
        }) assertThat(status(get("/", "Host: " + host))).as(host).isEqualTo(404);
        for (var host :
                new String[] {a.slug() + "@localhost", a.slug() + "/.localhost", a.schema() + ".localhost", "a b", ""})
            assertThat(status(get("/", "Host: " + host))).as(host).isIn(400, 404);
    }

    @Test
    void twoHostsAreNone() throws IOException {
        assertThat(status(get("/", "Host: " + host(a), "Host: " + host(b)))).isEqualTo(400);
        assertThat(status(get("http://" + host(b) + "/", "Host: " + host(a)))).isEqualTo(400);
        assertThat(status(get("/"))).isEqualTo(400);
    }

    @Test
    void whatStandsBesideTheHostChangesNothing() throws IOException {
        for (var header : new String[] {
            "X-Forwarded-Host: " + host(b),
            "Forwarded: host=" + host(b),
            "X-Original-Host: " + host(b),
            "X-Host: " + host(b),
            "X-Tenant: " + b.slug(),
            "X-Rewrite-URL: http://" + host(b) + "/"
        })
            assertThat(get("/?lang=en", "Host: " + host(a), "Accept: text/html", header))
                    .as(header)
                    .contains(a.name())
                    .doesNotContain(b.name());
    }

    @Test
    void aLinkInAMailNamesThePlatformsHostWhateverTheRequestSaid() throws IOException {
        var email = "mona-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        accounts.createOwner("Mona", email, quickHash("four unrelated words"));
        var answer = submit(
                "/password/forgotten",
                "email=" + email.replace("@", "%40"),
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example");

        assertThat(status(answer)).isLessThan(400);
        eventually("the link is mailed", () -> !inbox().mails(email).isEmpty());
        assertThat(inbox().mails(email).getLast().text())
                .contains("http://localhost:" + platform().port() + "/")
                .doesNotContain("evil");
    }

    /** The proxy writes what it saw behind what the request said, so that nobody gets new tries by naming new addresses. */
    @Test
    void aRequestIsFromWhereTheProxySawItComeFrom() throws IOException {
        var email = "mona-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        accounts.createOwner("Mona", email, quickHash("four unrelated words"));

        var answer = submit(
                "/login",
                "email=" + email.replace("@", "%40") + "&password=four+unrelated+words",
                "X-Forwarded-For: 198.51.100.66, 203.0.113.7",
                "X-Real-IP: 198.51.100.66",
                "Forwarded: for=198.51.100.66");

        assertThat(status(answer)).isEqualTo(302);
        assertThat(jdbc.sql("""
                                select network from control.sign_in s join control.account a on a.id = s.account_id
                                where a.email = ?""").param(email).query(String.class).single()).startsWith("203.0.113.");
    }

    @Test
    void signingInLeadsNowhereElse() throws IOException {
        for (var elsewhere : new String[] {
            "//evil.example", "/\\\\evil.example", "https://evil.example/", "%2f%2fevil.example", "@evil.example"
        }) {
            for (var parameter : new String[] {"continue", "next", "redirect_uri", "return", "url"}) {
                var answer = get(
                        "/login?" + parameter + "=" + elsewhere,
                        "Host: localhost:" + platform().port());
                assertThat(answer).doesNotContain("Location: https://evil", "Location: //evil");
            }
        }
        var asked = Map.of(
                "client_id", "tenant",
                "redirect_uri", "http://evil.example/login/oauth2/code/plenary",
                "response_type", "code",
                "scope", "openid");
        var query = asked.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
        var refused = get(
                "/oauth2/authorize?" + query, "Host: localhost:" + platform().port());
        assertThat(status(refused)).isIn(302, 400, 401);
        assertThat(refused).doesNotContain("Location: http://evil");
    }
}

package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.tenancy.Tenant;
import org.slf4j.LoggerFactory;

/** What the application writes into its log while people do all kinds of things, as the layout that it is delivered with has it. */
class LogsIT extends AccountFixture {
    private static final String FORGED = "2026-11-27T00:00:00.000Z ERROR --- forged";
    private static final Pattern LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d) +[A-Z]+ --- \\[.*|  \\| .*|");
    private static final Pattern SECRET = Pattern.compile("(?:secret|link)=([A-Za-z0-9_-]{16,})");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Written written = new Written();

    /** By what they are; none of them may stand in the log. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    private Tenant tenant;
    private Http owner;

    /** Keeps what the console shows. */
    private final class Written extends AppenderBase<ILoggingEvent> {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
            texts.add(new String(Objects.requireNonNull(console).getEncoder().encode(event), StandardCharsets.UTF_8));
        }

        String all() {
            return String.join("", texts);
        }

        List<String> lines() {
            return List.of(all().split("\\r\\n|[\\r\\n\\u0085\\u2028\\u2029]", -1));
        }
    }

    @BeforeEach
    void somebodyReads() {
        written.setContext(root.getLoggerContext());
        written.start();
        root.addAppender(written);
    }

    @AfterEach
    void nobodyReads() {
        root.detachAppender(written);
    }

    @Test
    void whateverIsWrittenBeginsALineOnlyWhenItIsOurs() {
        var text = "Ada\r\n" + FORGED + "\n\r" + FORGED + "\u0085\u2028" + FORGED + "\u001b[2J\u0007\u0000";

        root.error("a name {}", text);
        root.error("a name {}", text, new IllegalStateException(text, new IOException("\n" + FORGED)));

        assertThat(written.lines()).allMatch(line -> LINE.matcher(line).matches(), "is ours or behind a bar");
        assertThat(written.lines().stream().filter(line -> line.startsWith("2")))
                .hasSize(2);
        assertThat(written.all()).contains("Ada", "forged").doesNotContain("\u001b", "\u0007", "\u0000");
    }

    @Test
    void noSecretIsWrittenAndNoLineForged() throws IOException {
        tenant = owned(account());
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", 50);
        publish(owner);

        peopleSignIn();
        somebodyForgetsTheirPassword();
        programsCall();
        somebodyOrders();
        somebodySendsWhatCannotBeRead();
        stripesMessagesAreForged();

        assertThat(secrets).hasSizeGreaterThan(20);
        var log = written.all();
        assertThat(log).contains("sign-in refused", "has no valid signature");
        assertThat(secrets.entrySet().stream()
                        .filter(secret -> log.contains(secret.getValue()))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(written.lines()).allMatch(line -> LINE.matcher(line).matches(), "is ours or behind a bar");
    }

    private String secret(String what) {
        var value = "canary" + what.replaceAll("[^a-z]", "") + secrets.size() + "9f3a7c";
        secrets.put(what, value);
        return value;
    }

    private void peopleSignIn() {
        signIn(browser, open(browser, "/login"), secret("a wrong password") + "\r\n" + FORGED);
        secrets.put("the right password", PASSWORD);
        signIn(browser);
        secrets.put("a session", session(browser));
        browser.submit(
                open(browser, "/login"),
                "/login",
                Map.of("email", "x@example.org\r\n" + FORGED, "password", secret("the password of nobody")));
        browser.open(urls.tenant(tenant, "/manage?lang=en").toString());
        browser.open(urls.tenant(tenant, "/manage/nothing?secret=" + secret("a secret of a page that is not"))
                .toString());
        secrets.put("a session of a host", browser.cookies.toString().replaceAll("(?s).*plenary=([^,}]{8,}).*", "$1"));
    }

    private void somebodyForgetsTheirPassword() {
        browser.submit(open(browser, "/password/forgotten"), "/password/forgotten", Map.of("email", email));
        eventually("the link is mailed", () -> !inbox().mails(email).isEmpty());
        var found = SECRET.matcher(inbox().mails(email).getFirst().text());
        assertThat(found.find()).isTrue();
        secrets.put("the link of a forgotten password", found.group(1));
        var form = open(other, "/password/new?link=" + found.group(1));
        other.submit(form, "/password/new", Map.of("link", found.group(1), "password", "short"));
        other.submit(form, "/password/new", Map.of("link", found.group(1), "password", secret("a new password")));
        open(other, "/password/new?link=" + found.group(1));
        open(other, "/password/new?link=" + secret("a link that is none"));
    }

    private void programsCall() {
        var basic = java.util.Base64.getEncoder()
                .encodeToString(("client:" + secret("the secret of no client")).getBytes(StandardCharsets.UTF_8));
        secrets.put("the head of a client", basic);
        platform()
                .with("Authorization", "Basic " + basic)
                .form("/oauth2/token", Map.of("grant_type", "client_credentials"));
        platform()
                .form(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "operator",
                                "client_secret",
                                secret("a wrong secret of a client")));
        var token = token(tenant);
        secrets.put("a token", token);
        anonymous(tenant).withToken(token).get("/api/v1/conferences");
        anonymous(tenant).withToken(token).get("/api/v1/nothing?access_token=" + secret("a token in an address"));
        anonymous(aTenant()).withToken(token).get("/api/v1/conferences");
        anonymous(tenant).withToken(secret("a token that is none")).get("/api/v1/conferences");
        as(tenant, Permission.PAPERS_READ).delete("/api/v1/conferences/conf27%0d%0a" + FORGED.replace(" ", "%20"));
        owner.with("Idempotency-Key", secret("a key of a repeat")).post(PATH + "/fees", "{}");
        owner.post(PATH + "/webhooks", Map.of("url", "http://127.0.0.1/" + secret("the address of an endpoint")));
        owner.get(PATH + "/orders?limit=" + secret("a number that is none"));
        owner.post(PATH + "/fees", "{\"key\": {\"" + secret("a member that is none") + "\": 1}}");
        owner.post(PATH + "/fees", "{\"key\": " + secret("what is no json"));
    }

    private void somebodyOrders() {
        var name = "Ada\r\n" + FORGED + " 4242424242424242 sk_" + "live_" + secret("a key of Stripe's in a name");
        secrets.put("a card", "4242424242424242");
        var visitor = anonymous(tenant).with("User-Agent", secret("what a browser calls itself") + " \t" + FORGED);
        visitor.post(PATH + "/orders", cart("free", Map.of("name", name, "card", "4242424242424242")));
        var order = visitor.post(PATH + "/orders", cart("free", Map.of("name", name)))
                .expect(201);
        secrets.put("the secret of an order", order.text("/secret"));
        secrets.put("who ordered", "ada@example.org");
        var address = "/orders/" + order.text("/code");
        visitor.get(PATH + address + "?secret=" + order.text("/secret"));
        visitor.get(PATH + address + "?secret=" + secret("a wrong secret of an order"));
        visitor.get("/c/conf27" + address + "?secret=" + order.text("/secret") + "&lang=en&page=x");
        visitor.post("/c/conf27" + address + "/cancellation?secret=" + order.text("/secret"), "{}");
        visitor.get("/c/conf27" + address + "/nothing/x;y?secret=" + order.text("/secret"));
    }

    /** To the server itself, past what a client would refuse to send. */
    private void somebodySendsWhatCannotBeRead() throws IOException {
        var host = "Host: " + tenant.slug() + ".localhost\r\n";
        var form = "password=" + secret("a password that cannot be read") + "%zz%";
        for (var request : new ArrayList<>(List.of(
                "GET /c/conf27/orders/x?secret=" + secret("a secret beside a bad sign") + "|{ HTTP/1.1\r\n" + host,
                "GET /c/conf27/orders/x?secret=" + secret("a secret that cannot be read") + "%zz HTTP/1.1\r\n" + host,
                "GET /api/v1/conferences?q=" + secret("a word that cannot be read") + "%zz HTTP/1.1\r\n" + host,
                "GET /login HTTP/1.1\r\n" + host + "Cookie: plenary=" + secret("a session in a bad cookie")
                        + "; a=\"b\u0001c{;\r\n",
                "GET /login HTTP/1.1\r\n" + host + "Authorization Bearer " + secret("a token in a bad head") + "\r\n",
                "GET /login HTTP/1.1\r\n" + host + "Content-Length: " + secret("a length that is none") + "\r\n",
                "GET /login\u0000" + secret("a path with a nothing in it") + " HTTP/1.1\r\n" + host,
                secret("a method that is none") + " /login HTTP/1.1\r\n" + host,
                "GET //x/..;/" + secret("a path that is refused") + "%2f%00 HTTP/1.1\r\n" + host,
                "POST /login HTTP/1.1\r\n" + host
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\nConnection: close\r\n\r\n" + form,
                "POST /login HTTP/1.1\r\n" + host + "Content-Type: multipart/form-data; boundary="
                        + secret("a boundary that is none")
                        + "\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"))) {
            try (var socket = new Socket("127.0.0.1", owner.port())) {
                socket.setSoTimeout(5_000);
                var whole = request.contains("\r\n\r\n") ? request : request + "Connection: close\r\n\r\n";
                socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private void stripesMessagesAreForged() {
        platform()
                .with("Stripe-Signature", "t=1,v1=" + secret("a signature"))
                .post(
                        "/webhooks/stripe/connect",
                        "{\"id\": \"whsec_" + secret("a secret of Stripe's") + "\\r\\n" + FORGED + "\"}");
    }
}

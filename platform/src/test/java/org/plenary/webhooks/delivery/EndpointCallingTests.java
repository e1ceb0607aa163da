package org.plenary.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.webhooks.delivery.Delivery.Outcome;
import org.plenary.webhooks.delivery.Delivery.Status;
import org.plenary.webhooks.endpoint.WebhookSettings;

/** A single call, to a receiver that behaves well or badly. */
class EndpointCallingTests {
    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final List<String> SECRETS = List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final EndpointCalling calling = new EndpointCalling(settings(true), Clock.systemUTC());
    private final Queue<String> called = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void aReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        calling.destroy();
        server.stop(0);
    }

    @Test
    void anAnswerOfAnyLengthIsReadAtItsBeginning() {
        on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            var much = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (true) out.write(much);
        });

        var attempt = calling.call(url("/"), delivery(), SECRETS);

        assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(attempt.answer()).isEqualTo("x".repeat(2048));
        assertThat(attempt.took()).isLessThan(TIMEOUT.toMillis());
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        on("/from", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/to"));
            exchange.sendResponseHeaders(302, -1);
        });
        on("/to", exchange -> exchange.sendResponseHeaders(200, -1));

        var attempt = calling.call(url("/from"), delivery(), SECRETS);

        assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(attempt.status()).isEqualTo(302);
        assertThat(called).containsExactly("/from");
    }

    @Test
    void oneThatNeverEndsIsLeftAfterTheTimeout() {
        on("/silent", exchange -> pause(exchange, false));
        on("/drip", exchange -> pause(exchange, true));

        var silent = calling.call(url("/silent"), delivery(), SECRETS);
        var drip = calling.call(url("/drip"), delivery(), SECRETS);

        assertThat(silent.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(drip.status()).isEqualTo(200);
        assertThat(silent.took()).isLessThan(2 * TIMEOUT.toMillis());
        assertThat(drip.took()).isLessThan(2 * TIMEOUT.toMillis());
    }

    /** The words are the same whether something listens inside, does not, or there is no such name. */
    @Test
    void nothingInsideIsCalledAndNothingOfItIsTold() {
        on("/", exchange -> exchange.sendResponseHeaders(200, -1));
        var strict = new EndpointCalling(settings(false), Clock.systemUTC());
        var port = server.getAddress().getPort();

        for (var host : List.of("localhost", "127.0.0.1", "2130706433", "[::ffff:127.0.0.1]", "169.254.169.254")) {
            var attempt = strict.call("http://" + host + ":" + port + "/", delivery(), SECRETS);
            assertThat(attempt.outcome()).as(host).isEqualTo(Outcome.UNREACHABLE);
            assertThat(attempt.answer()).isEmpty();
            assertThat(attempt.status()).isNull();
        }
        assertThat(called).isEmpty();
        strict.destroy();
    }

    @Test
    void whoDoesNotSpeakTlsIsToldNothing() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var served = Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readNBytes(100);
                } catch (IOException e) {
                    // the caller has gone
                }
            });

            var attempt = calling.call("https://localhost:" + plain.getLocalPort() + "/", delivery(), SECRETS);

            assertThat(attempt.outcome()).isEqualTo(Outcome.TLS_FAILED);
            served.join();
        }
    }

    private static void pause(HttpExchange exchange, boolean drips) throws IOException {
        try {
            if (drips) exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (var i = 0; i < 100; i++) {
                if (drips) {
                    out.write('.');
                    out.flush();
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void on(String path, Behaviour behaviour) {
        server.createContext(path, exchange -> {
            called.add(path);
            try (exchange) {
                behaviour.answer(exchange);
            }
        });
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static Delivery delivery() {
        return new Delivery(
                UUID.randomUUID(), UUID.randomUUID(), "x", "{}", Status.WAITING, 0, List.of(), Instant.EPOCH, null);
    }

    private static WebhookSettings settings(boolean loopbackAllowed) {
        var day = Duration.ofDays(1);
        return new WebhookSettings(day, List.of(day), TIMEOUT, day, day, day, loopbackAllowed, 1);
    }
}

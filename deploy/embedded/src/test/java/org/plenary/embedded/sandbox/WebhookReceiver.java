package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Takes webhooks, or refuses the next so many. */
final class WebhookReceiver implements AutoCloseable {
    record Received(String path, String host, String signature, String body) {
        boolean isOf(String type) {
            return body.contains("\"" + type + "\"");
        }
    }

    final List<Received> all = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() {
        try {
            var receiver = new WebhookReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.listen();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            all.add(new Received(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("Host"),
                    headers.getFirst("Stripe-Signature"),
                    body));
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            exchange.sendResponseHeaders(refused ? 500 : 200, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String name) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + name;
    }

    /** The webhooks that are wanted, once there are so many of them. */
    List<Received> await(int count, Predicate<Received> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            List<Received> found = all.stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            Thread.onSpinWait();
            Thread.yield();
        }
        throw new AssertionError("Waited in vain; received " + all);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.plenary.embedded.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and posts one event. It speaks plain HTTP itself, because the host's name has to be sent as written while
 * {@code localhost} and names below it are reached at 127.0.0.1, which the JDK's client does not allow.
 */
final class WebhookPost {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private WebhookPost() {}

    static String signature(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status of the answer. Redirects are not followed: to Stripe they are failures. */
    static int send(String url, String signature, String body) throws IOException {
        URI target = URI.create(url);
        int port = target.getPort() < 0 ? 80 : target.getPort();
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String head = "POST " + path + query + " HTTP/1.1\r\n"
                + "Host: " + target.getRawAuthority() + "\r\n"
                + "Content-Type: application/json; charset=utf-8\r\n"
                + "Content-Length: " + content.length + "\r\n"
                + "User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r\n"
                + "Accept: */*; q=0.5, application/xml\r\n"
                + "Cache-Control: no-cache\r\n"
                + "Stripe-Signature: " + signature + "\r\n"
                + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(target.getHost()), port), (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
            out.flush();
            return status(socket);
        }
    }

    private static InetAddress address(String host) throws IOException {
        return host.equals("localhost") || host.endsWith(".localhost")
                ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
                : InetAddress.getByName(host);
    }

    private static int status(Socket socket) throws IOException {
        var line = new ByteArrayOutputStream();
        int next;
        while ((next = socket.getInputStream().read()) >= 0 && next != '\n') {
            line.write(next);
        }
        String[] parts = line.toString(StandardCharsets.ISO_8859_1).split(" ");
        if (parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("No HTTP answer");
        }
        return Integer.parseInt(parts[1]);
    }
}

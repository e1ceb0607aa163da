package org.plenary.webhooks.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.calls.OutsideCalls;
import org.plenary.webhooks.delivery.Delivery.Attempt;
import org.plenary.webhooks.delivery.Delivery.Outcome;
import org.plenary.webhooks.endpoint.WebhookSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Calls an endpoint, once: over a connection of its own to an address that was checked, following nowhere, and no longer than
 * the time-out altogether.
 */
@Component
class EndpointCalling implements DisposableBean {
    private static final int LONGEST_ANSWER = 2048;
    private static final int SUCCESSFUL = 2;
    private static final int HUNDRED = 100;

    private final Duration timeout;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-watch").factory());

    EndpointCalling(WebhookSettings settings, Clock clock) {
        this.timeout = settings.timeout();
        this.clock = clock;
        this.client = OutsideCalls.client("Plenary-Webhooks/1", timeout, settings.loopbackAllowed());
    }

    /** @param secrets all that it is signed with */
    Attempt call(String url, Delivery delivery, List<String> secrets) {
        var at = clock.instant();
        var begun = System.nanoTime();
        var isLate = new AtomicBoolean();
        var post = new HttpPost(url);
        post.setHeader("webhook-id", delivery.messageId());
        post.setHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        post.setHeader("webhook-signature", StandardSignature.of(secrets, delivery.messageId(), at, delivery.body()));
        post.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        var end = watch.schedule(
                () -> {
                    isLate.set(true);
                    post.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        Answer answer;
        try {
            answer = answer(post);
        } catch (IOException | RuntimeException e) {
            answer = new Answer(isLate.get() ? Outcome.TIMEOUT : outcome(e), null, "");
        } finally {
            end.cancel(false);
        }
        var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Attempt(at, answer.outcome(), answer.status(), took, answer.text());
    }

    private record Answer(Outcome outcome, @Nullable Integer status, String text) {}

    private Answer answer(HttpPost post) throws IOException {
        var response = client.executeOpen(null, post, null);
        var status = response.getCode();
        var outcome = status / HUNDRED == SUCCESSFUL ? Outcome.DELIVERED : Outcome.REFUSED;
        try {
            var entity = response.getEntity();
            return new Answer(outcome, status, entity == null ? "" : beginning(entity.getContent()));
        } catch (IOException e) {
            // it answered; what else it had to say does not matter
            return new Answer(outcome, status, "");
        } finally {
            // closing reads to the end, which may never come, unless the connection is gone
            post.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static String beginning(@Nullable InputStream content) throws IOException {
        if (content == null) return "";
        var text = new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        var plain = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || !Character.isISOControl(c)).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** No more than the kind: the words of a failure would tell where names lead inside of our network. */
    private static Outcome outcome(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) return Outcome.TIMEOUT;
            if (cause instanceof SSLException) return Outcome.TLS_FAILED;
        }
        return Outcome.UNREACHABLE;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}

package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Many who send their requests byte by byte, so that each keeps a connection for as long as it is waited for. */
@ExtendWith(OutputCaptureExtension.class)
class SlowClientsIT extends FaultFixture {
    private static final int MANY = 300;
    private static final long PAUSE_MILLIS = 250;
    private static final int BYTES = 400;

    private final AtomicInteger sending = new AtomicInteger();

    @Test
    void othersAreServedWhileManySendTheirHeadsByteByByteAndThoseAreNotWaitedForWithoutEnd() throws Exception {
        whileManySend("GET / HTTP/1.1\r\nHost: " + tenant.slug() + ".localhost\r\nX-Slow: ");
    }

    @Test
    void othersAreServedWhileManySendTheirBodiesByteByByteAndThoseAreNotWaitedForWithoutEnd(CapturedOutput output)
            throws Exception {
        whileManySend("POST " + PATH + "/orders HTTP/1.1\r\nHost: " + tenant.slug()
                + ".localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
        assertThat(output.getAll()).as("that is no fault of ours").doesNotContain("a request to the API failed");
    }

    @Test
    void othersAreServedWhileManySendTheirFilesByteByByteAndThoseAreNotWaitedForWithoutEnd() throws Exception {
        whileManySend("POST /api/v1/files HTTP/1.1\r\nHost: " + tenant.slug() + ".localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=XX\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "10000\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n");
    }

    private void whileManySend(String begin) throws Exception {
        List<Future<Boolean>> ended = new ArrayList<>();
        try (var slow = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < MANY; i++) ended.add(slow.submit(() -> wasEnded(begin)));
            eventually("all of them send", () -> sending.get() == MANY);

            assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
            assertThat(anonymous(tenant)
                            .with("Accept", "text/html")
                            .get("/c/conf27/register")
                            .status())
                    .isEqualTo(200);
        }
        for (var each : ended)
            assertThat(each.get()).as("ended before it had sent all").isTrue();
        recoversFrom(MANY + " slow clients");
    }

    /** Far more than is waited for, if nobody ends it. */
    private boolean wasEnded(String begin) throws IOException, InterruptedException {
        try (var socket = new Socket("127.0.0.1", owner.port())) {
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            sending.incrementAndGet();
            socket.setSoTimeout((int) PAUSE_MILLIS);
            for (var i = 0; i < BYTES; i++) {
                socket.getOutputStream().write('x');
                if (isOver(socket.getInputStream())) return true;
            }
            return false;
        } catch (IOException e) {
            // reset by the other side
            return true;
        }
    }

    /** Waits for the time of a pause: there is an answer, with which such a connection ends, or the end itself. */
    private static boolean isOver(InputStream answer) throws IOException {
        try {
            answer.read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}

package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIT {
    @TempDir
    Path data;

    @Test
    void aKilledProcessComesBackWithEverythingAndEndsWithItsInput() throws Exception {
        int port = freePort();
        Process process = started(port);
        var stripe = SandboxFixture.client(port);
        String account = stripe.v1()
                .accounts()
                .create(com.stripe.param.AccountCreateParams.builder()
                        .setCountry("DE")
                        .build())
                .getId();
        Session session = stripe.v1()
                .checkout()
                .sessions()
                .create(SandboxFixture.aSession(5_000, "eur").build(), SandboxFixture.as(account, "once"));

        process.destroyForcibly().waitFor();
        process = started(port);

        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .create(
                                SandboxFixture.aSession(5_000, "eur")
                                        .setExpiresAt(session.getExpiresAt())
                                        .build(),
                                SandboxFixture.as(account, "once"))
                        .getId())
                .isEqualTo(session.getId());
        assertThat(Payer.at(session.getUrl()).pay("4242424242424242").statusCode())
                .isEqualTo(303);
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Process started(int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxServer.class.getName(),
                        "--port=" + port,
                        "--data=" + data,
                        "--secret-key=" + SandboxFixture.KEY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertThat(out.readLine()).isEqualTo("READY");
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

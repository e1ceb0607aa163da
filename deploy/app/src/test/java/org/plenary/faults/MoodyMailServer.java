package org.plenary.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenary.embedded.Service;

/** Stands where the mail server should be, takes its time, and delivers nothing: too busy, no such mailbox, failed when all was sent, gone. */
final class MoodyMailServer implements AutoCloseable {
    private static final long SLOW_MILLIS = 300;

    private final ServerSocket server;
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread serving;

    private MoodyMailServer(ServerSocket server) {
        this.server = server;
        serving = Thread.ofVirtual().start(this::serve);
    }

    /** At the address of one that was stopped. */
    static MoodyMailServer inPlaceOf(Service stopped) throws IOException {
        var address = URI.create(stopped.address());
        return new MoodyMailServer(new ServerSocket(address.getPort(), 50, InetAddress.getByName(address.getHost())));
    }

    /** How often it was asked. */
    int calls() {
        return calls.get();
    }

    private void serve() {
        try {
            while (true) {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller, calls.getAndIncrement() % 4));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void answer(Socket caller, int mood) {
        try (caller;
                var in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, mood == 0 ? "421 too busy" : "220 moody");
            if (mood == 0) return;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT") && mood == 1) say(caller, "550 no such mailbox");
                else if (line.startsWith("DATA") && mood == 3) return;
                else if (line.startsWith("DATA")) {
                    say(caller, "354 go on");
                    for (var text = in.readLine(); text != null && !text.equals("."); ) text = in.readLine();
                    say(caller, "451 something went wrong");
                } else say(caller, "250 ok");
            }
        } catch (IOException e) {
            // the caller had enough
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
            // the port is free once nobody waits at it any more
            serving.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

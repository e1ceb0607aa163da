package org.plenary.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A client that sends one request after the other. */
record Requests(Wire wire, int expected, Supplier<byte[]> next) implements Load.Client {
    private static final AtomicInteger COMPLAINTS = new AtomicInteger(5);

    @Override
    public boolean work() throws IOException {
        var answer = wire.send(next.get());
        if (answer.status() == expected) return true;
        if (COMPLAINTS.getAndDecrement() > 0)
            System.err.println("refused with " + answer.status() + ": " + answer.body());
        return false;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

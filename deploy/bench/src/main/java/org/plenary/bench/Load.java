package org.plenary.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Lets clients work against the clock; bounded in time and in number. */
final class Load {
    private static final long MOST = 5_000_000;

    private Load() {}

    /** A client; each call is one piece of work. */
    interface Client extends AutoCloseable {
        /** @return false when the work was refused */
        boolean work() throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Each client begins as soon as its last work is done: what the server can do at most. */
    static Measured closed(int clients, Duration length, IntFunction<Client> making) throws InterruptedException {
        var begin = System.nanoTime();
        var end = begin + length.toNanos();
        return together(clients, making, begin, (client, seen) -> {
            for (var i = 0L; i < MOST / clients && System.nanoTime() < end; i++) {
                var start = System.nanoTime();
                seen.note(client.work(), System.nanoTime() - start);
            }
        });
    }

    /** As many pieces as are left, shared by the clients. */
    static Measured counted(int clients, AtomicInteger left, IntFunction<Client> making) throws InterruptedException {
        return together(clients, making, System.nanoTime(), (client, seen) -> {
            while (left.getAndDecrement() > 0) {
                var start = System.nanoTime();
                seen.note(client.work(), System.nanoTime() - start);
            }
        });
    }

    /**
     * Work arrives at a fixed rate, whether the server keeps up or not. Times count from when a piece should have begun, so
     * that a stall is felt by all that had to wait for it.
     */
    static Measured open(double rate, int clients, Duration length, IntFunction<Client> making)
            throws InterruptedException {
        var begin = System.nanoTime();
        var pieces = Math.min(MOST, (long) (rate * length.toNanos() / 1e9));
        var next = new AtomicLong();
        return together(clients, making, begin, (client, seen) -> {
            for (var piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                var due = begin + (long) (piece * 1e9 / rate);
                for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
                    TimeUnit.NANOSECONDS.sleep(wait);
                seen.note(client.work(), System.nanoTime() - due);
            }
        });
    }

    private interface Shift {
        void work(Client client, Seen seen) throws IOException, InterruptedException;
    }

    private static final class Seen {
        private final Histogram times = Measured.histogram();
        private long refused;

        void note(boolean done, long nanos) {
            if (done) times.recordValue(Math.max(1, nanos));
            else refused++;
        }
    }

    private static Measured together(int clients, IntFunction<Client> making, long begin, Shift shift)
            throws InterruptedException {
        var shifts = new ArrayList<Callable<Seen>>();
        for (var i = 0; i < clients; i++) {
            var number = i;
            shifts.add(() -> {
                var seen = new Seen();
                try (var client = making.apply(number)) {
                    shift.work(client, seen);
                }
                return seen;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var times = Measured.histogram();
            var refused = 0L;
            for (var done : threads.invokeAll(shifts)) {
                times.add(done.get().times);
                refused += done.get().refused;
            }
            return new Measured(times, refused, Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }
}

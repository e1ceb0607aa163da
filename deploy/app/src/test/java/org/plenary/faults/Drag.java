package org.plenary.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Makes processes slow by stopping them most of the time, whatever they are just doing. */
final class Drag implements AutoCloseable {
    private static final long STOPPED_MILLIS = 150;
    private static final long RUNNING_MILLIS = 50;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Thread thread;

    private Drag(Supplier<List<Long>> processes) {
        thread = Thread.ofVirtual().start(() -> {
            while (!isOver.get()) slow(processes.get());
        });
    }

    static Drag on(long process) {
        return new Drag(() -> List.of(process));
    }

    /** One process is made for each who connects. */
    static Drag onChildrenOf(long process) {
        return new Drag(() -> ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList());
    }

    private static void slow(List<Long> processes) {
        try {
            signal("STOP", processes);
            try {
                Thread.sleep(STOPPED_MILLIS);
            } finally {
                signal("CONT", processes);
            }
            Thread.sleep(RUNNING_MILLIS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that has ended meanwhile is nobody any more. */
    static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
        if (processes.isEmpty()) return;
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process)));
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** They run as ever. */
    @Override
    public void close() throws InterruptedException {
        isOver.set(true);
        thread.join();
    }
}

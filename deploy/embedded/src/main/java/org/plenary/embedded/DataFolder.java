package org.plenary.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The folder in which the services keep their data. It belongs to one running set at a time, and remembers ports and
 * secrets, so that a restart finds everything at the same address.
 */
final class DataFolder implements AutoCloseable {

    /** Below the range of outgoing connections on Linux, one of which could grab a port before it is bound. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private final Path root;
    private final Path memoryFile;
    private final FileChannel lock;
    private final Properties memory = new Properties();
    private final Map<String, Integer> portsGiven = new HashMap<>();

    private DataFolder(Path root, FileChannel lock) throws IOException {
        this.root = root;
        this.lock = lock;
        this.memoryFile = root.resolve("remembered.properties");
        if (Files.exists(memoryFile)) {
            try (var in = Files.newBufferedReader(memoryFile)) {
                memory.load(in);
            }
        }
    }

    static DataFolder open(Path root) throws IOException {
        Files.createDirectories(root);
        var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new DataFolder(root, lock);
            }
        } catch (OverlappingFileLockException e) {
            // the owner is this very process
        }
        lock.close();
        throw new IllegalStateException("The services in " + root
                + " are already running; stop the other process or choose another data folder");
    }

    /** The folder of one service, made when missing. */
    Path of(Kind kind) throws IOException {
        return Files.createDirectories(root.resolve(kind.key()));
    }

    Path log(Kind kind) throws IOException {
        return Files.createDirectories(root.resolve("logs")).resolve(kind.key() + ".log");
    }

    Path pidFile(Kind kind) {
        return root.resolve(kind.key() + ".pid");
    }

    /**
     * The port used last time when it is free, else a new one, which is remembered. Ask after orphans were stopped, or after
     * the service of this name was.
     */
    synchronized int port(String name) {
        int port = Integer.parseInt(memory.getProperty(name + ".port", "0"));
        portsGiven.remove(name);
        while (port == 0 || portsGiven.containsValue(port) || !isFree(port)) {
            port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
        }
        portsGiven.put(name, port);
        remember(name + ".port", String.valueOf(port));
        return port;
    }

    /** The value made on the first call ever for this folder. */
    synchronized String remembered(String key, Supplier<String> first) {
        var known = memory.getProperty(key);
        if (known != null) {
            return known;
        }
        var made = first.get();
        remember(key, made);
        return made;
    }

    private void remember(String key, String value) {
        if (value.equals(memory.setProperty(key, value))) {
            return;
        }
        try (var out = Files.newBufferedWriter(memoryFile)) {
            memory.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.plenary.embedded.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * An append-only file with one line per transaction. A line is handed to the operating system before the caller goes
 * on, so it outlives a killed process; a line that was cut off in the middle is not read back.
 */
final class Journal implements AutoCloseable {
    private final Path file;
    private FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal open(Path folder, Consumer<ObjectNode> reader) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("journal.jsonl");
            if (Files.exists(file)) {
                replay(file, reader);
            }
            return new Journal(file, append(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(Path file, Consumer<ObjectNode> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line;
            while ((line = lines.readLine()) != null) {
                try {
                    reader.accept(Json.read(line));
                } catch (JacksonException cutOff) {
                    if (lines.readLine() != null) {
                        throw new IOException("The journal is damaged before its last line: " + file, cutOff);
                    }
                }
            }
        }
    }

    void append(ObjectNode transaction) {
        try {
            write(channel, transaction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the given transactions in place of everything written so far. */
    void rewrite(Stream<ObjectNode> transactions) {
        try {
            Path fresh = file.resolveSibling("journal.new");
            Files.deleteIfExists(fresh);
            FileChannel next = append(fresh);
            for (var all = transactions.iterator(); all.hasNext(); ) {
                write(next, all.next());
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            channel.close();
            channel = next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void write(FileChannel channel, ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

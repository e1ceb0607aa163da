package org.plenary.embedded.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes each call of the API with its answer, and each event, to a file, a line each: tests hold them against Stripe's own
 * types. Without a file it does nothing.
 */
final class Recorder {
    private final @Nullable Path file;

    Recorder(@Nullable Path file) {
        this.file = file;
    }

    boolean on() {
        return file != null;
    }

    /** @param form whether the parameters came as a form, in which all values are text */
    void call(String method, String path, ObjectNode params, boolean form, Answer answer) {
        ObjectNode entry = Json.object();
        entry.put("method", method);
        entry.put("path", path);
        entry.set("params", params);
        entry.put("form", form);
        entry.put("status", answer.status());
        entry.set("answer", answer.body());
        write(entry);
    }

    void event(ObjectNode event) {
        ObjectNode entry = Json.object();
        entry.set("event", event);
        write(entry);
    }

    private synchronized void write(ObjectNode entry) {
        if (file == null) return;
        try {
            Files.write(
                    file,
                    (Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

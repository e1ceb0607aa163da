package org.plenary.embedded.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.elasticsearch.bootstrap.ServerArgs;
import org.elasticsearch.common.io.stream.OutputStreamStreamOutput;
import org.elasticsearch.common.settings.KeyStoreWrapper;
import org.elasticsearch.common.settings.Settings;

/**
 * Turns node settings into the bytes that the server expects on its standard input. Loaded from the node's own jars by
 * the starting JVM, which therefore sees only the two types of the JDK. {@code path.conf} is taken out of the settings.
 */
public final class ServerArguments implements Function<Map<String, String>, byte[]> {

    @Override
    public byte[] apply(Map<String, String> settings) {
        var node = Settings.builder();
        settings.forEach((key, value) -> {
            if (!key.equals("path.conf")) {
                node.put(key, value);
            }
        });
        var bytes = new ByteArrayOutputStream();
        try (var out = new OutputStreamStreamOutput(bytes)) {
            new ServerArgs(
                            false,
                            false,
                            null,
                            KeyStoreWrapper.create(),
                            node.build(),
                            Path.of(settings.get("path.conf")),
                            Path.of(settings.get("path.logs")))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

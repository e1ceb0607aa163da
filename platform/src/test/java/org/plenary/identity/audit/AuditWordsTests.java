package org.plenary.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditWordsTests {
    private static final Pattern RECORDED =
            Pattern.compile("\\.(?:record|changed)\\(\\s*\"([a-z_-]+\\.[a-z-]+)\"\\s*,");

    private static final List<Path> MODULES =
            List.of(Path.of(""), Path.of("../billing"), Path.of("../search"), Path.of("../tenant-admin"));

    @Test
    void everythingThatIsRecordedHasWords() throws IOException {
        var words = new TreeSet<String>();
        var recorded = new TreeSet<String>();
        for (var module : MODULES) {
            for (var file : files(module.resolve("src/main/resources"), ".properties")) {
                var texts = new Properties();
                texts.load(new StringReader(text(file)));
                words.addAll(texts.stringPropertyNames());
            }
            for (var source : files(module.resolve("src/main/java"), ".java"))
                RECORDED.matcher(text(source)).results().forEach(result -> recorded.add(result.group(1)));
        }

        assertThat(recorded)
                .hasSizeGreaterThan(60)
                .allSatisfy(action -> assertThat(words).contains("identity.audit.did." + action));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.plenary.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditWordsTests {
    /** The organization's own trail; the operators have theirs. */
    private static final Pattern RECORDED = Pattern.compile("\\.record\\(\\s*\"([a-z_-]+\\.[a-z-]+)\"\\s*,");

    @Test
    void everythingThatIsRecordedHasWords() throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages/identity.properties"))) {
            words.load(file);
        }
        var recorded = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .forEach(source ->
                            RECORDED.matcher(text(source)).results().forEach(result -> recorded.add(result.group(1))));
        }

        assertThat(recorded)
                .hasSizeGreaterThan(50)
                .allSatisfy(action -> assertThat(words.getProperty("identity.audit.did." + action))
                        .as(action)
                        .isNotNull());
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

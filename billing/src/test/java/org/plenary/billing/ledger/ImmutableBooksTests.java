package org.plenary.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImmutableBooksTests {
    private static final Pattern CHANGE =
            Pattern.compile("(update|delete\\s+from|truncate)\\s+(table\\s+)?ledger_entry", Pattern.CASE_INSENSITIVE);

    @Test
    void noCodeChangesOrRemovesALineOfTheBooks() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(50)
                    .noneMatch(file -> CHANGE.matcher(read(file)).find());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

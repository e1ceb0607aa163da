package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A problem without words of its own is told in English to whoever reads Chinese. */
class ProblemWordsTests {
    private static final List<Path> MODULES =
            List.of(Path.of(""), Path.of("../billing"), Path.of("../search"), Path.of("../tenant-admin"));

    private static final Pattern REFUSED =
            Pattern.compile("Problem\\.(?!InvalidInput|NotFound)\\w+\\(\\s*\"([a-z]+(?:_[a-z]+)*)\"");

    private static final Pattern INVALID = Pattern.compile(
            "(?:Problem\\.InvalidInput|iolations\\.add)\\(\\s*(?:\"[^\"]*\"|[^,;{}\"])+?,\\s*\"([a-z]+(?:_[a-z]+)*)\"");

    /** Told to programs alone, or with a detail that says more than words for all of them could. */
    private static final Set<String> BY_DETAIL =
            Set.of("limit", "unknown_status", "wrong_form", "wrong_status", "signup_ended");

    @Test
    void everyProblemHasItsWords() throws IOException {
        var words = new TreeSet<String>();
        var codes = new TreeSet<String>();
        for (var module : MODULES) {
            for (var file : files(module.resolve("src/main/resources"), ".properties")) {
                var texts = new Properties();
                texts.load(new StringReader(text(file)));
                words.addAll(texts.stringPropertyNames());
            }
            for (var source : files(module.resolve("src/main/java"), ".java"))
                for (var pattern : List.of(REFUSED, INVALID))
                    pattern.matcher(text(source)).results().forEach(found -> codes.add(found.group(1)));
        }

        assertThat(codes).hasSizeGreaterThan(250).containsAll(BY_DETAIL);
        codes.removeAll(BY_DETAIL);
        assertThat(codes).allSatisfy(code -> assertThat(words).contains("violation." + code));
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

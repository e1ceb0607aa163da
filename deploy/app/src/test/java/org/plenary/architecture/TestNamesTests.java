package org.plenary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A test whose name the build does not look for is never run, and nobody notices: three of money were so. */
class TestNamesTests {
    private static final Pattern TEST =
            Pattern.compile("^ +@(Test|Property|ParameterizedTest|RepeatedTest|FuzzTest)\\b", Pattern.MULTILINE);

    @Test
    void everyClassWithTestsIsCalledSoThatTheBuildRunsIt() throws IOException {
        var found = classesWithTests();
        assertThat(found).hasSizeGreaterThan(300);

        assertThat(found).allMatch(name -> name.endsWith("Tests.java") || name.endsWith("IT.java"));
    }

    /** Those that others extend are run by their heirs. */
    private static List<String> classesWithTests() throws IOException {
        try (var files = Files.walk(repository())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(TestNamesTests::hasTestsOfItsOwn)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean hasTestsOfItsOwn(Path file) {
        try {
            var text = Files.readString(file);
            return TEST.matcher(text).find() && !text.contains("abstract class ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        var at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("deploy/app"))) at = at.getParent();
        return at;
    }
}

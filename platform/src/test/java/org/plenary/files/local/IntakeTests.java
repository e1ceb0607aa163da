package org.plenary.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.files.FileRule;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;

class IntakeTests {
    private static final FileRule SMALL_PDF = new FileRule(Set.of("application/pdf"), 100);

    @TempDir
    Path folder;

    @Test
    void readingStopsAtTheLimit() {
        var endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                read++;
                return 'x';
            }
        };

        assertThatExceptionOfType(Problem.InvalidInput.class)
                .isThrownBy(() -> intake().write(endless, folder.resolve("f")))
                .satisfies(e ->
                        assertThat(e.violations()).extracting(Violation::code).containsExactly("file_too_large"));
        assertThat(endless.read).isLessThan(100_000);
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() throws IOException {
        var size = intake().write(new ByteArrayInputStream(new byte[100]), folder.resolve("f"));

        assertThat(size).isEqualTo(100);
    }

    @Test
    void aPictureNamedPdfIsRefused() throws IOException {
        var file = folder.resolve("f");
        Files.writeString(file, "<svg xmlns='http://www.w3.org/2000/svg'/>", StandardCharsets.UTF_8);

        assertThatExceptionOfType(Problem.InvalidInput.class)
                .isThrownBy(() -> intake().type("paper.pdf", file))
                .satisfies(e ->
                        assertThat(e.violations()).extracting(Violation::code).containsExactly("file_type"));
    }

    @Test
    void onlyTheLastPartOfANameIsKept() {
        assertThat(intake().name("C:\\papers\\..\\my\u0000 paper.pdf")).isEqualTo("my paper.pdf");
        assertThat(intake().name("../../etc/passwd.pdf")).isEqualTo("passwd.pdf");
    }

    private static Intake intake() {
        return new Intake(SMALL_PDF, "/file");
    }
}

package org.plenary.files.local;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import org.plenary.files.FileRule;
import org.plenary.kernel.Problem;

/** Any file is of a kind that we know, or refused. */
class IntakeFuzzTests {
    @FuzzTest(maxDuration = "60s")
    void anyFileIsTakenInOrRefused(byte[] content) throws IOException {
        var file = Files.createTempFile("fuzz", "");
        try {
            Files.write(file, content);
            for (var name : new String[] {"a.png", "a.jpg", "a.pdf"}) type(file, name);
        } finally {
            Files.delete(file);
        }
    }

    private static void type(java.nio.file.Path file, String name) throws IOException {
        try {
            new Intake(FileRule.ATTACHMENT, "/file").type(name, file);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }
}

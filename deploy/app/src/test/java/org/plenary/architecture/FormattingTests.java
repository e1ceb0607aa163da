package org.plenary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All Java code is laid out by the formatter. It looks into the compiler, which only a process of its own may. */
class FormattingTests {
    private static final List<String> COMPILER =
            List.of("api", "code", "file", "main", "parser", "processing", "tree", "util");
    private static final String FORMATTER = "com.palantir.javaformat.java.Main";

    @TempDir
    private Path folder;

    @Test
    void allCodeIsLaidOutByTheFormatter() throws Exception {
        var files = files(repository());
        assertThat(files).hasSizeGreaterThan(400);

        assertThat(badlyLaidOut(files))
                .as("files to lay out: JAVA_HOME=<JDK 25> mvn spotless:apply")
                .isEmpty();
    }

    @Test
    void aBadlyLaidOutFileIsNamed() throws Exception {
        var bad = Files.writeString(folder.resolve("Bad.java"), "class Bad {int  x;\n}\n");
        var good = Files.writeString(folder.resolve("Good.java"), "class Good {\n    int x;\n}\n");

        assertThat(badlyLaidOut(List.of(bad, good))).containsExactly(bad.toString());
    }

    private List<String> badlyLaidOut(List<Path> files) throws Exception {
        var arguments = new ArrayList<>(List.of("--palantir", "--skip-reflowing-long-strings", "--dry-run"));
        files.forEach(file -> arguments.add(file.toString()));
        var list = Files.write(folder.resolve("arguments"), arguments);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (var part : COMPILER)
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FORMATTER, "@" + list));
        return run(command);
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        var output = new File(folder.toFile(), "output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly();
        var lines = Files.readAllLines(output.toPath());
        assertThat(process.exitValue()).as("%s", lines).isZero();
        return lines;
    }

    private static List<Path> files(Path repository) throws IOException {
        try (Stream<Path> all = Files.walk(repository)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> !repository.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    private static Path repository() {
        var at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("deploy/app"))) at = at.getParent();
        return at;
    }
}

package org.plenary.papers.inspection;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.inspection.pdf.PdfInspection;
import org.plenary.papers.inspection.pdf.PdfReading;
import org.plenary.papers.inspection.pdf.PdfReport;
import org.plenary.papers.inspection.pdf.PdfText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks into a PDF by a process of its own: with little memory, little time, an empty environment, a folder that is removed afterwards,
 * and nobody listening to what it says. One at a time on a node, for its memory is beside the application's.
 */
@Component
class InspectionProcess {
    private static final Logger LOG = LoggerFactory.getLogger(InspectionProcess.class);
    private static final long LARGEST_REPORT = 4L * 1024 * 1024;

    private final InspectionProperties limits;
    private final Semaphore one = new Semaphore(1, true);

    InspectionProcess(InspectionProperties limits) {
        this.limits = limits;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(InspectionProperties.class)
    static class InspectionConfiguration {}

    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** What is done with the outcome while the folder is there. @param <T> what becomes of it */
    @FunctionalInterface
    interface Taking<T> {
        /** @param copy without metadata; it exists when the report says so */
        T take(Ending ending, Path copy) throws IOException;
    }

    /** Waits until nothing else is looked into on this node; who waits has begun nothing. */
    void inTurn(Work work) throws InterruptedException {
        one.acquire();
        try {
            work.run();
        } finally {
            one.release();
        }
    }

    /** @param copy whether a copy without metadata is wanted */
    <T> T look(InputStream pdf, boolean copy, Taking<T> taking) throws InterruptedException {
        try {
            var folder = Files.createTempDirectory("plenary-inspection-");
            try {
                Files.copy(pdf, folder.resolve("in.pdf"));
                return taking.take(run(folder, copy), folder.resolve("out.pdf"));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands on its pages; nothing when it cannot be read, or takes too much.
     *
     * @throws IllegalStateException when the process was killed by somebody else, so that nothing is known of the file
     */
    List<String> text(InputStream pdf) throws InterruptedException {
        try {
            var folder = Files.createTempDirectory("plenary-inspection-");
            try {
                Files.copy(pdf, folder.resolve("in.pdf"));
                var target = folder.resolve("text.json");
                var exit = end(folder, PdfReading.class, target);
                var read = read(target, PdfText.class);
                if (read != null) return read.pages();
                if (exit.isEmpty() || exit.getAsInt() == PdfInspection.TOO_MUCH_MEMORY) return List.of();
                throw new IllegalStateException("reading a PDF ended with " + exit.getAsInt());
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ending run(Path folder, boolean copy) throws IOException, InterruptedException {
        var report = folder.resolve("report.json");
        var exit = copy
                ? end(folder, PdfInspection.class, report, folder.resolve("out.pdf"))
                : end(folder, PdfInspection.class, report);
        var read = read(report, PdfReport.class);
        if (read != null) return new Ending.Read(read);
        if (exit.isEmpty()) return new Ending.TooLong();
        if (exit.getAsInt() == PdfInspection.TOO_MUCH_MEMORY) return new Ending.TooLarge();
        LOG.warn("looking into a PDF ended with {}", exit.getAsInt());
        return new Ending.Died(exit.getAsInt());
    }

    /** @param made what the program writes @return how it ended; empty when it took too long */
    private OptionalInt end(Path folder, Class<?> program, Path... made) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(folder, program, made))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        var process = builder.start();
        var ended = false;
        try {
            process.getOutputStream().close();
            ended = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // also when this node is ended: nobody else would
            process.destroyForcibly().waitFor();
        }
        return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** What the process wrote is believed no more than the file it read. */
    private static <T> @Nullable T read(Path report, Class<T> type) throws IOException {
        if (!Files.isRegularFile(report) || Files.size(report) > LARGEST_REPORT) return null;
        try {
            return Objects.requireNonNull(JsonMapper.shared().readValue(report.toFile(), type));
        } catch (JacksonException e) {
            return null;
        }
    }

    private List<String> command(Path folder, Class<?> program, Path... made) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.megabytes() + "m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-cp",
                ClassPath.OF_INSPECTION,
                program.getName(),
                folder.resolve("in.pdf").toString()));
        for (var file : made) command.add(file.toString());
        return command;
    }

    /** The few parts of the application that the process needs, wherever they are: classes in development, jars in production. */
    private static final class ClassPath {
        static final String OF_INSPECTION = Stream.of(
                        PdfInspection.class,
                        PDDocument.class,
                        IOUtils.class,
                        FontBoxFont.class,
                        LogFactory.class,
                        JsonMapper.class,
                        JsonParser.class,
                        com.fasterxml.jackson.annotation.JsonProperty.class)
                .map(ClassPath::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));

        private ClassPath() {}

        private static String place(Class<?> part) {
            try {
                return Path.of(part.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

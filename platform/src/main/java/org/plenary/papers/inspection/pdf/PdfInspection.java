package org.plenary.papers.inspection.pdf;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program of the process that looks into one PDF: {@code <pdf> <report.json> [<copy.pdf>]}. The report is there whole or not at all;
 * that it takes too much memory is told by {@link #TOO_MUCH_MEMORY}. A copy that fails, by whatever, leaves the report as it is.
 */
public final class PdfInspection {
    /** Exit code that the virtual machine ends with by {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int TOO_MUCH_MEMORY = 3;

    private static final int TAIL = 4096;
    private static final int HEAD = 1024;
    private static final String WORST = "1000";

    private PdfInspection() {}

    public static void main(String[] given) throws IOException {
        begin();
        inspect(new File(given[0]), Path.of(given[1]), given.length > 2 ? Path.of(given[2]) : null);
    }

    /** What each program here does before it reads anything. */
    static void begin() {
        killedFirst();
        FontMappers.set(new OneFont());
    }

    /** When the node runs out of memory the system ends a process: this one, and not the application (Linux, proc_pid_oom_score_adj(5)). */
    private static void killedFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), WORST);
        } catch (IOException e) {
            // another system
        }
    }

    private static void inspect(File file, Path target, @Nullable Path copy) throws IOException {
        var state = outside(file);
        if (state != PdfReport.State.READ) {
            keep(PdfReport.unread(state), target);
            return;
        }
        try (var document = Loader.loadPDF(file, IOUtils.createMemoryOnlyStreamCache())) {
            var report = PdfLook.into(document);
            if (copy == null) {
                keep(report, target);
                return;
            }
            keep(report.with(new PdfReport.Copy(false, "it took too much")), target);
            try {
                BlindCopy.write(document, copy);
                keep(report.with(new PdfReport.Copy(true, null)), target);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                Files.deleteIfExists(copy);
                keep(report.with(new PdfReport.Copy(false, said(e))), target);
            }
        } catch (InvalidPasswordException e) {
            keep(PdfReport.unread(PdfReport.State.PASSWORD), target);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            if (!Files.exists(target)) keep(PdfReport.unread(PdfReport.State.BROKEN), target);
        }
    }

    private static String said(Throwable e) {
        var text = e instanceof BadPdf
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** What can be told without reading it as a PDF. */
    static PdfReport.State outside(File file) throws IOException {
        try (var in = new RandomAccessFile(file, "r")) {
            if (!part(in, 0, HEAD).contains("%PDF-")) return PdfReport.State.NO_PDF;
            if (!part(in, Math.max(0, in.length() - TAIL), TAIL).contains("%%EOF")) return PdfReport.State.CUT_OFF;
            return PdfReport.State.READ;
        }
    }

    private static String part(RandomAccessFile in, long from, int length) throws IOException {
        var bytes = new byte[(int) Math.min(length, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** There whole, or not at all. */
    static void keep(Object report, Path target) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        Files.write(part, JsonMapper.shared().writeValueAsBytes(report));
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Small files that become large when they are read. */
class TableBombsTests {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1024 * 1024;
    private static final String CELL = "<c t=\"s\"><v>0</v></c>";

    @Test
    void aSheetThatIsUnpackedWithoutAnEndIsRefused() throws IOException {
        var bomb = sheet("<row r=\"1\"/>" + " ".repeat(100 * (int) MEGABYTE));

        assertThat(bomb).hasSizeLessThan((int) MEGABYTE);
        assertThat(refusal(bomb)).isEqualTo("too_large");
    }

    @Test
    void aTextThatStandsInTheFileOnceAndInAMillionCellsIsRefused() throws IOException {
        var rows = ("<row>" + CELL.repeat(200) + "</row>").repeat(5_000);
        var bomb = xlsx(Map.of(
                "xl/sharedStrings.xml",
                "<sst><si><t>" + "x".repeat(30_000) + "</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));

        assertThat(refusal(bomb)).isEqualTo("too_large");
    }

    @Test
    void textsWithoutNumberAreRefused() throws IOException {
        var bomb = xlsx(Map.of("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(10_000_000) + "</sst>"));

        assertThat(refusal(bomb)).isEqualTo("too_large");
    }

    @Test
    void whatAFileDeclaresOrFetchesFromElsewhereIsNotRead() throws IOException {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 30; i++)
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        var outside = "<!DOCTYPE x [<!ENTITY l29 SYSTEM \"file:///etc/hostname\">";
        for (var declared : new String[] {laughs.toString(), outside}) {
            var part = declared + "]><worksheet><row><c t=\"str\"><v>&l29;</v></c></row></worksheet>";

            assertThat(refusal(xlsx(Map.of("xl/worksheets/sheet1.xml", part)))).isIn("malformed", "no_rows");
        }
    }

    @Test
    void aFormatThatTakesForEverToLookThroughIsNone() throws IOException {
        var code = "[".repeat(5 * (int) MEGABYTE);
        var bomb = xlsx(Map.of(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"" + code + "\"/></numFmts></styleSheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet/>"));

        assertThat(refusal(bomb)).isIn("malformed", "no_rows");
    }

    @Test
    void whatNoSpreadsheetWritesIsRefusedToo() throws IOException {
        for (var cell : new String[] {
            "<c t=\"s\"><v>-1</v></c>",
            "<c r=\"\"><v>1</v></c>",
            "<c s=\"0\"><v>1e300</v></c>",
            "<c s=\"0\"><v>99999999999999</v></c>",
            "<c t=\"s\"><v>99999999999999</v></c>",
            "<c s=\"-7\"><v><v>x</v></v></c>"
        }) {
            var file = xlsx(Map.of(
                    "xl/styles.xml",
                    "<styleSheet><numFmt/><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><row>" + cell + "</row></worksheet>"));

            assertThat(refusal(file)).as(cell).isIn("malformed", "no_rows");
        }
    }

    @Test
    void rowsAndColumnsWithoutNumberAreRefused() {
        assertThat(refusal(csv("a\n".repeat(9_000_000)))).isEqualTo("too_many_rows");
        assertThat(refusal(csv(",".repeat(18_000_000) + "\nx"))).isEqualTo("too_many_columns");
    }

    @Test
    void aLineWithoutAnEndIsRefused() {
        assertThat(refusal(csv("x".repeat(18_000_000)))).isEqualTo("no_rows");
        assertThat(refusal(csv("name\n" + "x".repeat(18_000_000)))).isEqualTo("cell_too_long");
        assertThat(refusal(csv("name\n\"" + "x".repeat(18_000_000)))).isEqualTo("malformed");
    }

    /** Why a file is refused: soon, and without filling the memory. */
    private static String refusal(byte[] content) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var started = System.nanoTime();

        var code = new String[1];
        assertThatExceptionOfType(Problem.InvalidInput.class)
                .isThrownBy(() -> TableFile.of(content))
                .satisfies(e -> {
                    assertThat(e.violations().getFirst().pointer()).isEqualTo("/file");
                    code[0] = e.violations().getFirst().code();
                });

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(500 * MEGABYTE);
        return code[0];
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sheet(String rows) throws IOException {
        return xlsx(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] xlsx(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}

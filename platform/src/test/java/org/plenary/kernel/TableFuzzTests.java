package org.plenary.kernel;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any bytes at all are a table, or refused as none. */
class TableFuzzTests {
    private static final String[] PARTS = {"xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"};

    @FuzzTest(maxDuration = "60s")
    void anyFileIsATableOrRefused(byte[] content) {
        read(content);
    }

    /** The parts of a spreadsheet, one after the other with a bar between. */
    @FuzzTest(maxDuration = "60s")
    void anySheetIsATableOrRefused(byte[] content) throws IOException {
        var texts = new String(content, StandardCharsets.ISO_8859_1).split("\\|", PARTS.length);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < texts.length; i++) {
                zip.putNextEntry(new ZipEntry(PARTS[PARTS.length - texts.length + i]));
                zip.write(texts[i].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        read(bytes.toByteArray());
    }

    private static void read(byte[] content) {
        try {
            TableFile.of(content);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }
}

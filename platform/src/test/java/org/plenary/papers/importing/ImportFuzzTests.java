package org.plenary.papers.importing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.plenary.kernel.Problem;

/** Any bytes at all are rows of papers, or refused as none. */
class ImportFuzzTests {
    /** The first byte says of which kind. */
    @FuzzTest(maxDuration = "60s")
    void anyFileIsRowsOrRefused(byte[] content) {
        var isCsv = content.length > 0 && content[0] == 'c';
        try {
            CheckedImport.of(
                    ImportFile.rows(Arrays.copyOfRange(content, Math.min(1, content.length), content.length), isCsv),
                    null,
                    null);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }
}

package org.plenary.billing.bank;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;

/** Any bytes at all are a statement, or refused as none. */
class StatementFuzzTests {
    private static final LineMapping MAPPING =
            new LineMapping(List.of("date", "amount", "currency", "payer", "text"), "dmy", ",", "EUR");

    @FuzzTest(maxDuration = "60s")
    void anyFileIsAStatementOrRefused(byte[] content) {
        try {
            Camt.read(content);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }

    @FuzzTest(maxDuration = "60s")
    void anyTableIsLinesOrShownWithWhatIsWrong(byte[] content) {
        var head = "date;amount;currency;payer;text\n".getBytes(StandardCharsets.US_ASCII);
        var file = new byte[head.length + content.length];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(content, 0, file, head.length, content.length);
        try {
            TableLines.of(TableFile.of(file), MAPPING);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }
}

package org.plenary.billing.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;

class CamtTests {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void anEntryIsRead() {
        assertThat(Camt.read(statement(entry("10.00", "<Ustrd>one</Ustrd><Ustrd>two</Ustrd>"))))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).hasToString("EUR 10.00");
                    assertThat(line.text()).isEqualTo("one two");
                });
    }

    @Test
    void whatAStatementDeclaresOrFetchesFromElsewhereIsRefused() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 30; i++)
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        for (var declared : List.of(laughs + "]>", "<!DOCTYPE x SYSTEM \"http://localhost/x.dtd\">", "<!DOCTYPE x>"))
            refused(declared + "<Document><BkToCstmrStmt>&l29;</BkToCstmrStmt></Document>");
    }

    @Test
    void elementsWithinElementsWithoutAnEndAreRefused() {
        refused("<a>".repeat(2_000_000));
        refused("<a>".repeat(60) + "</a>".repeat(60));
    }

    @Test
    void aTextOfAMillionPiecesIsRefused() {
        refused(entry("10.00", "<Ustrd>x</Ustrd>".repeat(1_000_000)));
        refused(entry("10.00", "<Ustrd>" + "x".repeat(10_000_000) + "</Ustrd>"));
    }

    @Test
    void anAmountOfAThousandMillionDigitsIsNone() {
        for (var amount : List.of("1e999999999", "1E+2000000000", "9".repeat(40), "-1", "", "NaN", "0x10"))
            refused(entry(amount, ""));
        var table = new TableFile(List.of("date", "amount"), List.of(List.of("2026-11-28", "1e999999999")));
        var mapping = new LineMapping(List.of("date", "amount"), "ymd", ".", "EUR");

        assertThat(TableLines.of(table, mapping).bad())
                .extracting(TableLines.Bad::code)
                .containsExactly("bank_amount");
    }

    @Test
    void entriesAndPaymentsWithoutNumberAreRefused() {
        refused("<BkToCstmrStmt><Stmt><Ntry>" + "<TxDtls/>".repeat(2_000_000) + "</Ntry></Stmt></BkToCstmrStmt>");
        refused("<BkToCstmrStmt><Stmt>" + entry("1.00", "").repeat(110_000) + "</Stmt></BkToCstmrStmt>");
    }

    @Test
    void anEntryWithinTheDetailsOfAnotherIsNoFault() {
        assertThatNoException()
                .isThrownBy(() ->
                        Camt.read(statement("<Ntry><NtryDtls><TxDtls><Ntry>x</Ntry>x</TxDtls></NtryDtls></Ntry>")));
    }

    private static void refused(String content) {
        var started = System.nanoTime();
        assertThatExceptionOfType(Problem.InvalidInput.class)
                .isThrownBy(() -> Camt.read(content.contains("BkToCstmrStmt") ? bytes(content) : statement(content)))
                .satisfies(e -> assertThat(e.violations().getFirst().pointer()).isEqualTo("/file"));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
    }

    private static byte[] statement(String entries) {
        return bytes("<Document><BkToCstmrStmt><Stmt>" + entries + "</Stmt></BkToCstmrStmt></Document>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String entry(String amount, String words) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                + "<BookgDt><Dt>2026-11-28</Dt></BookgDt><NtryDtls><TxDtls><RmtInf>" + words
                + "</RmtInf></TxDtls></NtryDtls></Ntry>";
    }
}

package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Ada|"Ada"
            =1+1|"'=1+1"
            @SUM(A1)|"'@SUM(A1)"
            +49 30 123|"'+49 30 123"
            -2|"'-2"
            ＝1+1|"'＝1+1"
            ＋1|"'＋1"
            －1|"'－1"
            ＠x|"'＠x"
            a=b|"a=b"
            say "hi" now|"say ""hi"" now"
            """)
    void formulasBecomeTextsAndQuotesAreDoubled(String text, String cell) {
        assertThat(CsvCell.text(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\ufeff=1", "\u3000＝1", "\tx"})
    void whatASpreadsheetSkipsHidesNoFormula(String text) {
        assertThat(CsvCell.text(text)).startsWith("\"'");
    }

    @Test
    void aLineIsGuardedCellByCellAndEndsAsTheStandardHasIt() {
        assertThat(CsvCell.line(List.of("Ada, Countess", "", "\u2060@SUM(A1)")))
                .isEqualTo("\"Ada, Countess\",\"\",\"'\u2060@SUM(A1)\"\r\n");
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(CsvCell.number("-2.5")).isEqualTo("\"-2.5\"");
        assertThat(CsvCell.number("-2+cmd")).isEqualTo("\"'-2+cmd\"");
    }
}

package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegateExportTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Ada|"Ada"
            =1+1|"'=1+1"
            @SUM(A1)|"'@SUM(A1)"
            say "hi" now|"say ""hi"" now"
            """)
    void formulasBecomeTextsAndQuotesAreDoubled(String text, String cell) {
        assertThat(DelegateExport.csvCell(text)).isEqualTo(cell);
    }
}

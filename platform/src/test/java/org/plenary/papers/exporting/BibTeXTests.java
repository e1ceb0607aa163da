package org.plenary.papers.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BibTeXTests {
    @Test
    void whatMeansSomethingToTeXIsWrittenSoThatItIsReadAsItStands() {
        assertThat(BibTeX.text("50% of {x}_1 & \\end~$5#^"))
                .isEqualTo("50\\% of \\{x\\}\\_1 \\& \\textbackslash{}end\\textasciitilde{}\\$5\\#\\textasciicircum{}");
    }

    @Test
    void aTextOfSeveralLinesIsOneLine() {
        assertThat(BibTeX.text("one\r\ntwo\tthree")).isEqualTo("one two three");
    }
}

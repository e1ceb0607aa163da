package org.plenary.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.papers.inspection.AuthorFound.What;
import org.plenary.papers.inspection.pdf.PdfReport;
import org.plenary.papers.inspection.pdf.PdfReport.PageText;
import org.plenary.papers.submission.Author;

class AuthorSearchTests {
    private static final Author ANA = new Author(
            "Ana María López", "ana.lopez@uni.example", "Dept. of Light, Universidad de Prueba", "ES", true, null);
    private static final Author LI = new Author("李小明", null, "测试大学", "CN", false, null);

    @Test
    void aNameIsFoundHoweverItIsSet() {
        assertThat(found("A paper\nANA MARÍA\nLÓPEZ and others")).contains(What.NAME);
        assertThat(found("by Ana Lopez (1)")).contains(What.NAME);
        assertThat(found("López, Ana María: earlier work")).contains(What.NAME);
        assertThat(found("李 小 明")).contains(What.NAME);
        assertThat(found("作者：李小明，测试大学")).contains(What.NAME, What.INSTITUTION);
    }

    @Test
    void anAddressIsFoundAloneAndAmongOthersOfItsHost() {
        assertThat(found("write to Ana.Lopez@uni.example")).contains(What.EMAIL);
        assertThat(found("{bob, ana.lopez, eve}@uni.example")).contains(What.EMAIL);
        assertThat(found("{bob, eve}@uni.example")).isEmpty();
    }

    @Test
    void partsOfOtherWordsAreNobody() {
        assertThat(found("Diana Lopezia of the Universidades de Pruebas")).isEmpty();
        assertThat(found("Ana said that Lopez is right, and light is a dept")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void anInstitutionIsFoundByTheLongPartOfItsName() {
        assertThat(found("at the universidad de prueba")).containsExactly(What.INSTITUTION);
    }

    private static List<What> found(String text) {
        var report = new PdfReport(
                PdfReport.State.READ,
                1,
                List.of(),
                false,
                List.of(),
                true,
                List.of(),
                false,
                false,
                List.of(),
                List.of(new PageText(1, text)),
                new PdfReport.Copy(false, null));
        return new AuthorSearch(List.of(ANA, LI))
                .in(report).stream().map(AuthorFound::what).toList();
    }
}

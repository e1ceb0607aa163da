package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.registration.delegate.ImportTargets.Target;

class TableFileTests {
    @Test
    void aFileOfAnyCountrysSpreadsheetIsRead() {
        for (var delimiter : List.of(",", ";", "\t")) {
            var text = "\uFEFFName%1$sE-Mail\n\"Fourier%1$s Joseph\"%1$sjoseph@example.org\n".formatted(delimiter);

            var file = TableFile.of(text.getBytes(StandardCharsets.UTF_8));

            assertThat(file.header()).containsExactly("Name", "E-Mail");
            assertThat(file.rows()).containsExactly(List.of("Fourier" + delimiter + " Joseph", "joseph@example.org"));
        }
    }

    @Test
    void anExcelFileIsReadWithItsDaysAndItsEmptyRows() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("people");
            sheet.value(0, 0, "Name");
            sheet.value(0, 2, "Born");
            sheet.value(1, 0, "刘慧敏");
            sheet.value(1, 2, LocalDate.of(1990, 5, 14));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(3, 0, "Ada");
            sheet.value(3, 1, 36);
        }

        var file = TableFile.of(out.toByteArray());

        assertThat(file.header()).containsExactly("Name", "", "Born");
        assertThat(file.rows()).containsExactly(List.of("刘慧敏", "", "1990-05-14"), List.of(), List.of("Ada", "36"));
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() {
        for (var content : List.of("", "Name,E-Mail\n", "Name\n\"open", "PK\u0003\u0004 broken"))
            assertThatExceptionOfType(Problem.InvalidInput.class)
                    .isThrownBy(() -> TableFile.of(content.getBytes(StandardCharsets.UTF_8)))
                    .satisfies(
                            e -> assertThat(e.violations().getFirst().pointer()).isEqualTo("/file"));
    }

    @Test
    void columnsAreRecognisedByKeyAndByLabelInEitherLanguage() {
        var file = new TableFile(List.of("全名", "E-Mail", "Diet!", "Remarks", "e mail"), List.of());
        var targets = List.of(
                new Target("name", "", List.of("name", ImportMapping.plain("全名"))),
                new Target("email", "", List.of(ImportMapping.plain("E-mail"))),
                new Target(
                        "answer.diet",
                        "",
                        List.of(ImportMapping.plain(
                                LocalizedText.of("Diet").values().get("")))));

        assertThat(ImportTargets.guess(file, targets).targets())
                .containsExactly("name", "email", "answer.diet", "", "");
    }
}

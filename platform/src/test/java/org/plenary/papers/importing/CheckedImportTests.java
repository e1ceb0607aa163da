package org.plenary.papers.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.call.Track;
import org.plenary.papers.submission.PaperStatus;

class CheckedImportTests {
    private static final Call CALL = new Call(
            List.of(new Track("learning", LocalizedText.of("Learning"))),
            new Deadline(LocalDateTime.parse("2027-01-31T23:59"), "AoE"),
            "double");

    @Test
    void everyBadRowIsNamedWithItsMembers() {
        var checked = check("""
                {"id": "a", "title": "Good", "authors": [{"name": "Ada", "country": "France"}]}
                {"id": "b", "title": "", "authors": []}
                not json
                {"id": "a", "title": "Twice", "authors": ["Ada"]}
                {"id": "c", "title": "Odd", "authors": [{"name": "Ada", "country": "Atlantis"}], "colour": "red"}
                {"id": "d", "title": "Track", "authors": ["Ada"], "track": "cooking", "decision": "maybe"}
                """);

        assertThat(checked.papers()).extracting(ImportedPaper::externalId).containsExactly("a");
        assertThat(checked.badRows()).extracting(CheckedImport.BadRow::row).containsExactly(2, 3, 4, 5, 6);
        assertThat(checked.errors())
                .extracting(e -> e.pointer() + " " + e.code())
                .containsExactly(
                        "/1/title required",
                        "/1/authors required",
                        "/2 malformed",
                        "/3/id duplicate",
                        "/4/colour unknown_member",
                        "/4/authors/0/country country",
                        "/5/track not_offered",
                        "/5/decision choice");
    }

    @Test
    void commaSeparatedValuesHaveQuotesAndLists() {
        var csv = """
                id,title,abstract,keywords,authors,track,decision\r
                1,"Commas, and \"\"quotes\"\"\","two
                lines",robots; grasping,Ada|Analytical Society|GB|ada@example.org; Grace,learning,Reject\r
                """;

        var checked = CheckedImport.of(ImportFile.rows(csv.getBytes(StandardCharsets.UTF_8), true), CALL, null);

        assertThat(checked.badRows()).isEmpty();
        var paper = checked.papers().getFirst();
        assertThat(paper.content().title()).isEqualTo("Commas, and \"quotes\"");
        assertThat(paper.content().summary()).isEqualTo("two\nlines");
        assertThat(paper.content().keywords()).containsExactly("robots", "grasping");
        assertThat(paper.content().authors()).extracting(a -> a.name()).containsExactly("Ada", "Grace");
        assertThat(paper.content().authors().getFirst().email()).isEqualTo("ada@example.org");
        assertThat(paper.status()).isEqualTo(PaperStatus.REJECTED);
    }

    @Test
    void aFileWithoutRowsOrWithTooManyIsRefused() {
        assertThatThrownBy(() -> check("[]")).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> check("[{")).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> check("{}\n".repeat(5001))).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    void rowsWithoutATrackGetTheGivenOne() {
        var rows =
                ImportFile.rows("[{\"title\": \"T\", \"authors\": [\"Ada\"]}]".getBytes(StandardCharsets.UTF_8), false);

        assertThat(CheckedImport.of(rows, CALL, "learning")
                        .papers()
                        .getFirst()
                        .content()
                        .track())
                .isEqualTo("learning");
    }

    private static CheckedImport check(String text) {
        return CheckedImport.of(ImportFile.rows(text.getBytes(StandardCharsets.UTF_8), false), CALL, null);
    }
}

package org.plenary.papers.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.call.Track;
import org.plenary.papers.submission.PaperStatus;

/** The papers of a conference that took place, which the demo shows too. */
class RealConferenceTests {
    private static final Call CALL = new Call(
            List.of(new Track("learning", LocalizedText.of("Learning"))),
            new Deadline(LocalDateTime.parse("2027-01-31T23:59"), "AoE"),
            "double");

    @Test
    void aWholeRealConferenceIsTakenAsItIs() throws IOException {
        byte[] file;
        try (var stream = getClass().getResourceAsStream("/demo/papers-corl2024.json")) {
            file = stream.readAllBytes();
        }

        var checked = CheckedImport.of(ImportFile.rows(file, false), CALL, null);

        assertThat(checked.badRows()).isEmpty();
        assertThat(checked.papers()).hasSize(264).allMatch(p -> p.status() == PaperStatus.ACCEPTED);
        var first = checked.papers().getFirst();
        assertThat(first.externalId()).isEqualTo("0M7JiV1GFN");
        assertThat(first.content().authors().getFirst().country()).isEqualTo("GB");
        assertThat(first.content().corresponding())
                .contains(first.content().authors().getFirst());
        assertThat(checked.papers().stream().flatMap(p -> p.content().authors().stream()))
                .extracting(a -> a.country())
                .contains("TR", "KR", "VN", null);
    }
}

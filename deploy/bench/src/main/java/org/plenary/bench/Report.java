package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was found, as Markdown: printed as it comes, and at the end put behind what was found before. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static Report begin(Settings settings) {
        var report = new Report();
        report.line("");
        report.line("## "
                + LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '));
        report.line("");
        report.line("%s. Load average at the start: %s. %d s a point, median of %d rounds (lowest–highest)."
                .formatted(Machine.describe(), Machine.load(), settings.seconds(), settings.rounds()));
        return report;
    }

    void title(String title) {
        line("");
        line("### " + title);
        line("");
    }

    void columns(String... names) {
        row((Object[]) names);
        line("|" + "---|".repeat(names.length));
    }

    void row(Object... cells) {
        line("| "
                + String.join(
                        " | ", List.of(cells).stream().map(String::valueOf).toList()) + " |");
    }

    void line(String line) {
        text.append(line).append('\n');
        System.out.println(line);
    }

    void end(Duration whole) {
        line("");
        line("Load average at the end: %s. The whole run took %d s.".formatted(Machine.load(), whole.toSeconds()));
    }

    void append(Path file) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

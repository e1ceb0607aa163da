package org.plenary.papers.exporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.Json;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.submission.AnswerColumns;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.plenary.papers.submission.SubmissionView;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes papers part by part, so that they never are in the memory all at once. */
@Component
class PaperExport {
    private static final int AT_ONCE = 500;

    private final Papers papers;
    private final Calls calls;
    private final AuditTrail audit;
    private final Json json;
    private final Reading reading;

    PaperExport(Papers papers, Calls calls, AuditTrail audit, Json json, Reading reading) {
        this.papers = papers;
        this.calls = calls;
        this.audit = audit;
        this.json = json;
        this.reading = reading;
    }

    /** What is written of papers, and to whom. */
    @Component("exportReading")
    record Reading(AnswerColumns answers, StaffAuthors staff) {}

    /** What to export; null accepts every status or track. */
    record Wanted(@Nullable PaperStatus status, @Nullable String track) {
        /** @throws org.plenary.kernel.Problem.InvalidInput at {@code /status} */
        static Wanted of(@Nullable String status, @Nullable String track) {
            return new Wanted(PaperStatus.wanted(status), track == null || track.isBlank() ? null : track);
        }
    }

    private interface Each {
        void write(Paper paper) throws IOException;
    }

    void send(ConferenceView conference, Wanted wanted, Format format, Locale locale, HttpServletResponse response)
            throws IOException {
        audit.record("papers.exported", conference.slug(), Map.of("format", format.code()));
        response.setContentType(format.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + conference.slug() + "-papers." + format.ending() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getOutputStream();
        switch (format) {
            case CSV -> csv(conference, wanted, new PaperTable(reading.answers().of(conference, locale)), out);
            case XLSX ->
                xlsx(conference, wanted, new PaperTable(reading.answers().of(conference, locale)), out);
            case JSON -> json(conference, wanted, out);
            case BIBTEX -> bibTeX(conference, wanted, locale, out);
            case JATS -> jats(conference, wanted, locale, out);
        }
    }

    /** The mark tells spreadsheets that the text is UTF-8. */
    private void csv(ConferenceView conference, Wanted wanted, PaperTable table, OutputStream out) throws IOException {
        write(out, "\uFEFF" + CsvCell.line(table.columns()));
        each(conference, wanted, paper -> write(out, CsvCell.line(table.row(paper))));
    }

    private void xlsx(ConferenceView conference, Wanted wanted, PaperTable table, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("Papers");
            var row = new int[1];
            put(sheet, row[0]++, table.columns());
            each(conference, wanted, paper -> {
                put(sheet, row[0]++, table.row(paper));
                if (row[0] % AT_ONCE == 0) sheet.flush();
            });
        }
    }

    private static void put(Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) sheet.value(row, column, cells.get(column));
    }

    private void json(ConferenceView conference, Wanted wanted, OutputStream out) throws IOException {
        write(out, "[");
        var isFirst = new boolean[] {true};
        each(conference, wanted, paper -> {
            write(out, (isFirst[0] ? "\n" : ",\n") + json.write(SubmissionView.of(paper)));
            isFirst[0] = false;
        });
        write(out, "\n]\n");
    }

    private void bibTeX(ConferenceView conference, Wanted wanted, Locale locale, OutputStream out) throws IOException {
        var name = conference.name().in(locale);
        var year = conference.startsOn().getYear();
        each(conference, wanted, paper -> write(out, BibTeX.entry(paper, name, conference.slug(), year)));
    }

    private void jats(ConferenceView conference, Wanted wanted, Locale locale, OutputStream out) throws IOException {
        var call = calls.find(conference.id()).orElse(null);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            each(conference, wanted, paper -> {
                zip.putNextEntry(new ZipEntry("paper-" + paper.number() + ".xml"));
                try {
                    new Jats(paper, track(call, paper, locale), conference, locale).write(zip);
                } catch (XMLStreamException e) {
                    throw new IOException(e);
                }
                zip.closeEntry();
            });
        }
    }

    private static @Nullable String track(@Nullable Call call, Paper paper, Locale locale) {
        var track = paper.content().track();
        return track == null || call == null ? track : call.trackName(track, locale);
    }

    private void each(ConferenceView conference, Wanted wanted, Each work) throws IOException {
        var own = reading.staff().addresses();
        List<Paper> part;
        var after = 0;
        do {
            part = papers.list(conference.id(), wanted.status(), wanted.track(), own, after, AT_ONCE);
            for (var paper : reading.staff().seen(part)) work.write(paper);
            if (!part.isEmpty()) after = part.getLast().number();
        } while (part.size() == AT_ONCE);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

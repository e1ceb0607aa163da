package org.plenary.papers.proceedings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What of a volume is taken away as a file. */
@Component
class VolumeFiles {
    private static final int AT_ONCE = 200;
    private static final MediaType BIBTEX = new MediaType("application", "x-bibtex", StandardCharsets.UTF_8);

    private final FileStore files;
    private final VolumeRuns runs;
    private final PublishedPapers published;
    private final Citing citing;

    VolumeFiles(FileStore files, VolumeRuns runs, PublishedPapers published, Citing citing) {
        this.files = files;
        this.runs = runs;
        this.published = published;
        this.citing = citing;
    }

    /** The PDF of the whole volume, as it was made last. */
    ResponseEntity<Resource> volume(ConferenceView conference) {
        var file = runs.newestDone(conference.id())
                .map(VolumeRun::file)
                .orElseThrow(() -> new Problem.NotFound("The volume"));
        return pdf(file, conference.slug() + "-proceedings.pdf");
    }

    /** To save and never to show inside our own origin. */
    ResponseEntity<Resource> pdf(@Nullable UUID id, String name) {
        if (id == null) throw new Problem.NotFound("The file");
        var file = files.find(id).orElseThrow(() -> new Problem.NotFound("The file"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(id)));
    }

    ResponseEntity<String> bibTeX(ConferenceView conference, Volume volume, Locale locale) {
        var text = new StringBuilder();
        List<PublishedPapers.Published> part;
        var after = 0;
        do {
            part = published.list(conference.id(), after, AT_ONCE);
            for (var paper : part) {
                text.append(citing.bibTeX(conference, volume, paper, locale));
                after = paper.firstPage();
            }
        } while (part.size() == AT_ONCE);
        return bibTeX(text.toString(), conference.slug() + "-proceedings.bib");
    }

    ResponseEntity<String> bibTeX(String text, String name) {
        return ResponseEntity.ok()
                .contentType(BIBTEX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(text);
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    /** A cursor of a list; 0 for none. @throws Problem.NotFound for what is none */
    static int number(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) return 0;
        if (!cursor.matches("\\d{1,9}")) throw new Problem.NotFound("The page");
        return Integer.parseInt(cursor);
    }

    static String joined(List<String> names, Locale locale) {
        return names.stream().collect(Collectors.joining(locale.getLanguage().equals("zh") ? "、" : ", "));
    }
}

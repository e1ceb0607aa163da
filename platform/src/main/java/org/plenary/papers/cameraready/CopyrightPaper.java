package org.plenary.papers.cameraready;

import java.util.Map;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A signed copyright form as a document, in the language in which it was signed. */
@Component
class CopyrightPaper {
    private final CopyrightForms forms;
    private final Pdfs pdfs;

    CopyrightPaper(CopyrightForms forms, Pdfs pdfs) {
        this.forms = forms;
        this.pdfs = pdfs;
    }

    /** @throws Problem.NotFound when nobody has signed */
    ResponseEntity<byte[]> pdf(ConferenceView conference, Paper paper) {
        var signature = forms.signature(paper.id()).orElseThrow(() -> new Problem.NotFound("The copyright form"));
        var form = forms.version(conference.id(), signature.form())
                .orElseThrow(() -> new Problem.NotFound("The copyright form"));
        var name = ContentDisposition.attachment()
                .filename("copyright-" + paper.number() + ".pdf")
                .build();
        var language = signature.language();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdfs.draw(
                        "pdf/papers/copyright",
                        language,
                        Map.of(
                                "conference", conference.name().in(language),
                                "zone", conference.timeZone(),
                                "number", paper.number(),
                                "authors",
                                        String.join(
                                                language.getLanguage().equals("zh") ? "、" : ", ",
                                                paper.content().authors().stream()
                                                        .map(Author::name)
                                                        .toList()),
                                "signature", signature,
                                "paragraphs", form.paragraphs(language))));
    }
}

package org.plenary.papers.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** All reviews of a reviewer as one file to write in without a network, and the file brought back. It makes drafts: handing in is done on the page. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
@RequestMapping("/review/{conference}/offline")
class ReviewSheetPages {
    private static final int MOST_BYTES = 5_000_000;

    private final ReviewerDesks desks;
    private final ReviewDeskPages.Given given;
    private final Reviewing reviewing;
    private final Calls calls;
    private final Phrases phrases;

    ReviewSheetPages(
            ReviewerDesks desks, ReviewDeskPages.Given given, Reviewing reviewing, Calls calls, Phrases phrases) {
        this.desks = desks;
        this.given = given;
        this.reviewing = reviewing;
        this.calls = calls;
        this.phrases = phrases;
    }

    /** @param said what came of one paper of the file, in the reader's language */
    record Line(int paper, boolean isKept, String said) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return page(desks.own(conference), List.of(), locale);
    }

    @GetMapping("/reviews.txt")
    ResponseEntity<byte[]> download(@PathVariable String conference) {
        var desk = desks.own(conference);
        var call = calls.find(desk.conference().id()).orElse(null);
        var text = ReviewSheet.write(given.of(desk, call), reviewing.highest(desk));
        var name = ContentDisposition.attachment()
                .filename("reviews-" + desk.conference().slug() + ".txt")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    ModelAndView upload(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var desk = desks.own(conference);
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            if (file.getSize() > MOST_BYTES) throw new Problem.InvalidInput("/file", "too_large", "At most 5 MB.");
            var entries = ReviewSheet.read(new String(file.getBytes(), StandardCharsets.UTF_8));
            if (entries.isEmpty())
                throw new Problem.InvalidInput("/file", "no_reviews", "There are no reviews in this file.");
            var lines = new ArrayList<Line>();
            for (var entry : entries) lines.add(take(desk, entry, locale));
            return page(desk, lines, locale);
        } catch (Problem.InvalidInput e) {
            return phrases.refused(page(desk, List.of(), locale), e, locale);
        }
    }

    /** One paper that cannot be taken keeps no other from it. */
    private Line take(Desk desk, ReviewSheet.Entry entry, Locale locale) {
        try {
            var opened = reviewing.open(desk, entry.paper());
            var own = opened.own();
            var input = new Opinions.Input(
                    number("/score", entry.score()),
                    number("/confidence", entry.confidence()),
                    entry.forAuthors(),
                    entry.forChairs(),
                    own.answers(),
                    own.version());
            reviewing.write(desk, opened, input, false);
            return new Line(entry.paper(), true, phrases.text("papers.offline.kept", locale));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.NotFound | Problem.Stale e) {
            var said = phrases.said(e, locale);
            return new Line(entry.paper(), false, said);
        }
    }

    private static @Nullable Integer number(String pointer, @Nullable String text) {
        if (text == null) return null;
        if (!text.matches("\\d{1,9}")) throw new Problem.InvalidInput(pointer, "number", "This is not a whole number.");
        return Integer.valueOf(text);
    }

    private static ModelAndView page(Desk desk, List<Line> lines, Locale locale) {
        var page = new ModelAndView("papers/review-offline")
                .addObject("slug", desk.conference().slug())
                .addObject("name", desk.conference().name().in(locale))
                .addObject("lines", lines);
        if (lines.stream().anyMatch(line -> !line.isKept())) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

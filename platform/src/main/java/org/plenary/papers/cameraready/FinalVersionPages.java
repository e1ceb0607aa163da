package org.plenary.papers.cameraready;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The final version of one paper before an editor, who approves it or sends it back. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/camera-ready/{number:\\d+}")
class FinalVersionPages {
    private final ConferenceApi conferences;
    private final Kept kept;
    private final AuthorView view;
    private final CheckingFinals checking;
    private final Phrases words;

    FinalVersionPages(ConferenceApi conferences, Kept kept, AuthorView view, CheckingFinals checking, Phrases words) {
        this.conferences = conferences;
        this.kept = kept;
        this.view = view;
        this.checking = checking;
        this.words = words;
    }

    @Component
    record Kept(Papers papers, FinalVersions versions, FileStore files) {}

    private interface Decision {
        void run(ConferenceView conference, Paper paper);
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, paper(found, number), Posted.empty(), locale);
    }

    @PostMapping("/approval")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView approve(
            @PathVariable String conference, @PathVariable int number, RedirectAttributes redirect, Locale locale) {
        return decide(
                conference, number, Posted.empty(), "papers.camera.approved", redirect, locale, checking::approve);
    }

    @PostMapping("/return")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView sendBack(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var posted = new Posted(sent);
        return decide(
                conference,
                number,
                posted,
                "papers.camera.sent-back",
                redirect,
                locale,
                (found, paper) -> checking.sendBack(found, paper, posted.text("note"), until(posted, found)));
    }

    /** One version, to save and never to show inside our own origin. */
    @GetMapping("/files/{version:\\d+}")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<Resource> file(@PathVariable String conference, @PathVariable int number, @PathVariable int version)
            throws IOException {
        var found = conferences.bySlug(conference);
        var file = kept.versions().files(paper(found, number).id()).stream()
                .filter(each -> each.number() == version)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("The file"));
        var name = ContentDisposition.attachment()
                .filename("paper-" + number + "-v" + version + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(kept.files().open(file.file())));
    }

    @GetMapping("/copyright.pdf")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<byte[]> copyright(@PathVariable String conference, @PathVariable int number) {
        var found = conferences.bySlug(conference);
        return view.copyright(found, paper(found, number));
    }

    private ModelAndView decide(
            String conference,
            int number,
            Posted posted,
            String done,
            RedirectAttributes redirect,
            Locale locale,
            Decision decision) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        try {
            decision.run(found, paper);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.refused(page(found, paper, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done(done, locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/camera-ready/" + number);
    }

    private ModelAndView page(ConferenceView conference, Paper paper, Posted form, Locale locale) {
        var page = view.page(conference, paper, null, form, locale);
        page.setViewName("papers/camera-paper");
        var before = kept.versions().of(paper.id()).acceptedAs();
        return page.addObject("changes", before == null ? List.of() : before.changesTo(Wording.of(paper.content())));
    }

    private Paper paper(ConferenceView conference, int number) {
        return kept.papers()
                .byNumber(conference.id(), number)
                .filter(paper -> paper.status() == PaperStatus.ACCEPTED)
                .orElseThrow(() -> new Problem.NotFound("The paper"));
    }

    private static @Nullable Instant until(Posted posted, ConferenceView conference) {
        var typed = posted.text("until");
        if (typed == null) return null;
        try {
            return TypedTime.dayAndTime(typed).atZone(conference.timeZone()).toInstant();
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/until", "date", "This is not a date.");
        }
    }
}

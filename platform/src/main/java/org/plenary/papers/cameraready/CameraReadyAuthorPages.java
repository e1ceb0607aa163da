package org.plenary.papers.cameraready;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the authors of an accepted paper hand its final version in, tick the checklist and sign the copyright form. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/camera-ready")
class CameraReadyAuthorPages {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final HandingIn handing;
    private final AuthorView view;
    private final Phrases words;

    CameraReadyAuthorPages(
            ConferenceApi conferences, PaperAccess access, HandingIn handing, AuthorView view, Phrases words) {
        this.conferences = conferences;
        this.access = access;
        this.handing = handing;
        this.view = view;
        this.words = words;
    }

    private interface Work {
        void run(ConferenceView conference, Paper paper) throws IOException;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        return view.page(found, paper(found, number, secret), secret, Posted.empty(), locale);
    }

    @PostMapping("/file")
    ModelAndView handIn(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        return change(
                conference,
                number,
                secret,
                Posted.empty(),
                "papers.camera.handed-in",
                redirect,
                locale,
                (found, paper) -> {
                    if (file == null || file.isEmpty())
                        throw new Problem.InvalidInput("/file", "required", "Choose a file.");
                    var name = file.getOriginalFilename();
                    try (var content = file.getInputStream()) {
                        handing.handIn(found, paper, name == null ? "" : name, content);
                    }
                });
    }

    @PostMapping("/checklist")
    ModelAndView tick(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var posted = new Posted(sent);
        return change(
                conference,
                number,
                posted.text("secret"),
                posted,
                "papers.camera.ticked",
                redirect,
                locale,
                (found, paper) -> handing.tick(found, paper, new HashSet<>(posted.all("ticked"))));
    }

    @PostMapping("/copyright")
    ModelAndView sign(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var posted = new Posted(sent);
        return change(
                conference,
                number,
                posted.text("secret"),
                posted,
                "papers.camera.signed",
                redirect,
                locale,
                (found, paper) -> {
                    var seen = posted.integer("form");
                    posted.throwIfWrong();
                    handing.sign(
                            found,
                            paper,
                            seen == null ? 0 : seen,
                            posted.text("name"),
                            posted.text("capacity"),
                            posted.isOn("agreed"),
                            locale);
                });
    }

    @GetMapping("/copyright.pdf")
    ResponseEntity<byte[]> copyright(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.visible(conference);
        return view.copyright(found, paper(found, number, secret));
    }

    /** What is wrong is told on the page that the form is on. */
    private ModelAndView change(
            String conference,
            int number,
            @Nullable String secret,
            Posted posted,
            String done,
            RedirectAttributes redirect,
            Locale locale,
            Work work)
            throws IOException {
        var found = conferences.visible(conference);
        var paper = paper(found, number, secret);
        try {
            work.run(found, paper);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return words.refused(view.page(found, paper, secret, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done(done, locale));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/submissions/" + number + "/camera-ready");
    }

    private Paper paper(ConferenceView conference, int number, @Nullable String secret) {
        return view.accepted(access.ofAuthor(conference, number, secret));
    }
}

package org.plenary.papers.revision;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.tenancy.TenantHost;
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

/** Where authors read what they are asked to revise, and hand it in. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/revision")
class AuthorRevisionPages {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final RevisionHandIn handIn;
    private final Windows windows;
    private final Phrases words;

    AuthorRevisionPages(
            ConferenceApi conferences, PaperAccess access, RevisionHandIn handIn, Windows windows, Phrases words) {
        this.conferences = conferences;
        this.access = access;
        this.handIn = handIn;
        this.windows = windows;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.visible(conference);
        var paper = access.ofAuthor(found, number, secret);
        var form = Posted.empty()
                .set("title", paper.content().title())
                .set("abstract", paper.content().summary())
                .set("response", known(paper).response());
        return page(found, paper, secret, form);
    }

    @PostMapping
    ModelAndView handIn(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var posted = new Posted(values);
        var secret = posted.text("secret");
        var found = conferences.visible(conference);
        var paper = access.ofAuthor(found, number, secret);
        var sent = new RevisionHandIn.Sent(posted.get("title"), posted.get("abstract"), posted.text("response"), file);
        try {
            handIn.handIn(found, paper, sent);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return words.refused(page(found, paper, secret, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.revision.done", locale));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/submissions/" + number + "/revision");
    }

    private ModelAndView page(ConferenceView conference, Paper paper, @Nullable String secret, Posted form) {
        var revision = known(paper);
        var until = windows.revision(conference).map(String::valueOf).orElse(null);
        return new ModelAndView("papers/revision-author")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("hasFile", paper.file() != null)
                .addObject("secret", secret)
                .addObject("revision", revision)
                .addObject("until", until)
                .addObject("open", handIn.isOpen(conference, paper))
                .addObject("form", form);
    }

    private Revision known(Paper paper) {
        return handIn.known(paper).orElseThrow(() -> new Problem.NotFound("The revision"));
    }
}

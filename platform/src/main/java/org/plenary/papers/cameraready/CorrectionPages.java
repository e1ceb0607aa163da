package org.plenary.papers.cameraready;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.papers.submission.SubmissionInput;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where authors correct title, abstract and authors of their accepted paper, as long as final versions are handed in. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/camera-ready/correction")
class CorrectionPages {
    private static final PostedRows AUTHORS =
            new PostedRows("authors", List.of("name", "email", "affiliation", "country", "orcid"), 50);

    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final FinalSteps steps;
    private final HandingIn handing;
    private final Phrases words;

    CorrectionPages(ConferenceApi conferences, PaperAccess access, FinalSteps steps, HandingIn handing, Phrases words) {
        this.conferences = conferences;
        this.access = access;
        this.steps = steps;
        this.handing = handing;
        this.words = words;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        var paper = paper(found, number, secret);
        return page(found, paper, secret, filled(paper), locale);
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.visible(conference);
        var posted = new Posted(sent);
        var secret = posted.text("secret");
        var paper = paper(found, number, secret);
        if (posted.has("update")) {
            AUTHORS.update(posted, posted.get("update"));
            return page(found, paper, secret, posted, locale);
        }
        try {
            handing.correct(found, paper, read(posted));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return words.refused(page(found, paper, secret, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.camera.corrected", locale));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/submissions/" + number + "/camera-ready");
    }

    private Paper paper(ConferenceView conference, int number, @Nullable String secret) {
        var paper = access.ofAuthor(conference, number, secret);
        if (!steps.isKnown(paper)) throw new Problem.NotFound("The final version");
        return paper;
    }

    private ModelAndView page(
            ConferenceView conference, Paper paper, @Nullable String secret, Posted form, Locale locale) {
        return new ModelAndView("papers/camera-correction")
                .addObject("slug", conference.slug())
                .addObject("number", paper.number())
                .addObject("secret", secret)
                .addObject("open", steps.isOpen(conference, paper))
                .addObject("form", form)
                .addObject("rowCount", AUTHORS.drawn(form))
                .addObject("filledCount", AUTHORS.filled(form))
                .addObject("countries", Choice.countries(locale));
    }

    private static Posted filled(Paper paper) {
        var content = paper.content();
        var form = Posted.empty().set("title", content.title()).set("abstract", content.summary());
        for (var i = 0; i < content.authors().size(); i++) {
            var author = content.authors().get(i);
            var at = AUTHORS.at(i);
            form.set(at + "name", author.name())
                    .set(at + "email", author.email())
                    .set(at + "affiliation", author.affiliation())
                    .set(at + "country", author.country())
                    .set(at + "orcid", author.orcid());
            if (author.corresponding()) form.set("corresponding", author.email());
        }
        return form;
    }

    /** The corresponding author is known by address, so that moving rows does not change who it is. */
    private static SubmissionInput read(Posted posted) {
        var authors = new ArrayList<SubmissionInput.@Nullable AuthorInput>();
        var corresponding = posted.text("corresponding");
        for (var i = 0; i < AUTHORS.filled(posted); i++) {
            var at = AUTHORS.at(i);
            var email = posted.text(at + "email");
            authors.add(new SubmissionInput.AuthorInput(
                    posted.get(at + "name"),
                    email,
                    posted.text(at + "affiliation"),
                    posted.text(at + "country"),
                    email != null && email.equalsIgnoreCase(corresponding),
                    posted.text(at + "orcid")));
        }
        return new SubmissionInput(
                posted.get("title"),
                posted.get("abstract").replace("\r\n", "\n"),
                null,
                null,
                null,
                null,
                authors,
                null,
                null,
                null,
                null);
    }
}

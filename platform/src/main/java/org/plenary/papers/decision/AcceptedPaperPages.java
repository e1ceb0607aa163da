package org.plenary.papers.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the authors of an accepted paper get: a letter each, and their links to register. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/acceptance")
class AcceptedPaperPages implements AuthorPart {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final LetterWriting writing;
    private final Letters letters;
    private final MessageSource messages;

    AcceptedPaperPages(
            ConferenceApi conferences,
            PaperAccess access,
            LetterWriting writing,
            Letters letters,
            MessageSource messages) {
        this.conferences = conferences;
        this.access = access;
        this.writing = writing;
        this.letters = letters;
        this.messages = messages;
    }

    /** The letters as they are kept and drawn, and the links that go with them. */
    @org.springframework.stereotype.Component
    record Letters(AcceptanceLetters rows, LetterDrawing drawing, RegistrationLinks links) {}

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        if (!paper.isAccepted()) return Optional.empty();
        return Optional.of(new Line(
                text("papers.acceptance.line", locale), text("papers.acceptance.open", locale), "/acceptance"));
    }

    /** @param register the author's personal link to register */
    record AuthorRow(LetterWriting.Offer offer, String register) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable int number, @RequestParam String secret) {
        var found = conferences.visible(conference);
        var paper = accepted(found, number, secret);
        return new ModelAndView("papers/acceptance")
                .addObject("slug", found.slug())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("secret", secret)
                .addObject("zone", found.timeZone())
                .addObject(
                        "authors",
                        writing.offers(paper).stream()
                                .map(offer ->
                                        new AuthorRow(offer, letters.links().of(found, paper, offer.index())))
                                .toList());
    }

    @PostMapping("/letters")
    ModelAndView issue(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String secret,
            @RequestParam int author,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.visible(conference);
        var paper = accepted(found, number, secret);
        try {
            var letter = writing.issue(found, paper, author);
            redirect.addFlashAttribute(
                    "flash", Flash.success(text("papers.acceptance.issued", locale, letter.number())));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("violation." + e.code(), locale)));
        }
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/submissions/" + number + "/acceptance");
    }

    /** @param language in which it is written: {@code en} or {@code zh-CN} */
    @GetMapping("/letters/{letter}")
    ResponseEntity<byte[]> letter(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID letter,
            @RequestParam String secret,
            @RequestParam(defaultValue = "en") String language) {
        var found = conferences.visible(conference);
        var paper = accepted(found, number, secret);
        var row = letters.rows().find(paper.id(), letter).orElseThrow(() -> new Problem.NotFound("This letter"));
        return letters.drawing().answer(found, row, in(language));
    }

    static Locale in(String language) {
        return language.equals("zh-CN") ? Languages.CHINESE : Languages.ENGLISH;
    }

    private Paper accepted(ConferenceView conference, int number, String secret) {
        var paper = access.ofAuthor(conference, number, secret);
        if (!paper.isAccepted()) throw new Problem.NotFound("This page");
        return paper;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }
}

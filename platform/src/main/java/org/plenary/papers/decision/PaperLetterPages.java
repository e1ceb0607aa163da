package org.plenary.papers.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperPart;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of acceptance of a paper before staff, who can take one back that must not be relied on. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/{number:\\d+}/letters")
class PaperLetterPages implements PaperPart {
    private final ConferenceApi conferences;
    private final Papers papers;
    private final LetterWriting writing;
    private final LetterDesk desk;
    private final MessageSource messages;

    PaperLetterPages(
            ConferenceApi conferences, Papers papers, LetterWriting writing, LetterDesk desk, MessageSource messages) {
        this.conferences = conferences;
        this.papers = papers;
        this.writing = writing;
        this.desk = desk;
        this.messages = messages;
    }

    /** The letters as they are kept and drawn. */
    @Component
    record LetterDesk(AcceptanceLetters rows, LetterDrawing drawing) {}

    @Override
    public Optional<Line> of(Paper paper, Locale locale) {
        if (!paper.isAccepted()) return Optional.empty();
        var issued = desk.rows().of(paper.id()).size();
        return Optional.of(new Line(
                text("papers.letters.line", locale, issued), text("papers.letters.title", locale), "/letters"));
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(@PathVariable String conference, @PathVariable int number) {
        var found = conferences.bySlug(conference);
        var paper = accepted(found, number);
        return new ModelAndView("papers/letters")
                .addObject("slug", found.slug())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("zone", found.timeZone())
                .addObject("authors", writing.offers(paper));
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView issue(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam int author,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            var letter = writing.issueByStaff(found, accepted(found, number), author);
            redirect.addFlashAttribute(
                    "flash", Flash.success(text("papers.acceptance.issued", locale, letter.number())));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("violation." + e.code(), locale)));
        }
        return back(found, number);
    }

    @PostMapping("/{letter}/revocation")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView revoke(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID letter,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            writing.revoke(accepted(found, number), letter);
            redirect.addFlashAttribute("flash", Flash.success(text("papers.letters.revoked", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("violation." + e.code(), locale)));
        }
        return back(found, number);
    }

    /** @param language in which it is written: {@code en} or {@code zh-CN} */
    @GetMapping("/{letter}")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<byte[]> letter(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID letter,
            @RequestParam(defaultValue = "en") String language) {
        var found = conferences.bySlug(conference);
        var row = desk.rows()
                .find(accepted(found, number).id(), letter)
                .orElseThrow(() -> new Problem.NotFound("This letter"));
        return desk.drawing().answer(found, row, AcceptedPaperPages.in(language));
    }

    private Paper accepted(ConferenceView conference, int number) {
        return papers.byNumber(conference.id(), number)
                .filter(Paper::isAccepted)
                .orElseThrow(() -> new Problem.NotFound("The letters of this paper"));
    }

    private static ModelAndView back(ConferenceView conference, int number) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/" + number + "/letters");
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }
}

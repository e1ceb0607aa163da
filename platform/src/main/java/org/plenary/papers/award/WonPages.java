package org.plenary.papers.award;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the authors of a paper that won get: its certificates. There are none before the announcement. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/award")
class WonPages implements AuthorPart {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final AwardCertificates certificates;
    private final CertificateDrawing drawing;
    private final MessageSource messages;

    WonPages(
            ConferenceApi conferences,
            PaperAccess access,
            AwardCertificates certificates,
            CertificateDrawing drawing,
            MessageSource messages) {
        this.conferences = conferences;
        this.access = access;
        this.certificates = certificates;
        this.drawing = drawing;
        this.messages = messages;
    }

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        var won = of(paper);
        if (won.isEmpty()) return Optional.empty();
        var names = won.stream().map(each -> each.awardName().in(locale)).collect(Collectors.joining(", "));
        return Optional.of(new Line(text("papers.won.line", locale, names), text("papers.won.open", locale), "/award"));
    }

    private List<AwardCertificate> of(Paper paper) {
        return paper.isAccepted() ? certificates.ofPaper(paper.id()) : List.of();
    }

    /** @param award its name in the language of the page */
    record Row(String award, AwardCertificate certificate) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String conference, @PathVariable int number, @RequestParam String secret, Locale locale) {
        var found = conferences.visible(conference);
        var paper = access.ofAuthor(found, number, secret);
        var won = of(paper);
        if (won.isEmpty()) throw new Problem.NotFound("This page");
        return new ModelAndView("papers/award-won")
                .addObject("slug", found.slug())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("secret", secret)
                .addObject(
                        "won",
                        won.stream()
                                .map(each -> new Row(each.awardName().in(locale), each))
                                .toList());
    }

    /** @param language in which it is written: {@code en} or {@code zh-CN} */
    @GetMapping("/certificates/{certificate}")
    ResponseEntity<byte[]> certificate(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID certificate,
            @RequestParam String secret,
            @RequestParam(defaultValue = "en") String language) {
        var found = conferences.visible(conference);
        var row = of(access.ofAuthor(found, number, secret)).stream()
                .filter(each -> each.id().equals(certificate))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This certificate"));
        return drawing.answer(found, row, Languages.nearest(language));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }
}

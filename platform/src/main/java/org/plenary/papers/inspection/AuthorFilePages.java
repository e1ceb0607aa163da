package org.plenary.papers.inspection;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.PaperAccess;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was found in a paper's file, before its author. */
@Controller
@TenantHost
@Public
class AuthorFilePages {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final CheckedFiles checked;
    private final FileWords words;
    private final Windows windows;

    AuthorFilePages(
            ConferenceApi conferences, PaperAccess access, CheckedFiles checked, FileWords words, Windows windows) {
        this.conferences = conferences;
        this.access = access;
        this.checked = checked;
        this.words = words;
        this.windows = windows;
    }

    @GetMapping("/c/{conference}/submissions/{number}/file-check")
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        var paper = access.ofAuthor(found, number, secret);
        if (paper.file() == null) throw new Problem.NotFound("The paper's file");
        var file = checked.of(paper);
        return new ModelAndView("papers/file-check")
                .addObject("slug", found.slug())
                .addObject("number", number)
                .addObject("paperTitle", paper.content().title())
                .addObject("secret", secret)
                .addObject("code", file.code())
                .addObject("facts", FactsView.of(file))
                .addObject("said", said(file.verdict(), locale))
                .addObject("hidden", checked.hidesAuthors(found.id()))
                .addObject(
                        "open", paper.shown() == PaperStatus.SUBMITTED && windows.takesChanges(found, paper.number()))
                .addObject("until", windows.call(found).map(FileRuleBook::until).orElse(""));
    }

    /** @return null while it is looked into; nothing where only the chairs have something to do */
    private @Nullable List<FileWords.Said> said(@Nullable FileVerdict verdict, Locale locale) {
        if (verdict == null) return null;
        return verdict instanceof FileVerdict.Unchecked ? List.of() : words.of(verdict, locale);
    }
}

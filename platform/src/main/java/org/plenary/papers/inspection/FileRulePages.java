package org.plenary.papers.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.inspection.FileRules.PaperSize;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs say what they ask of the PDFs. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/files/rules")
class FileRulePages {
    private static final int MOST_PAGES = 1_000;

    private final ConferenceApi conferences;
    private final FileRuleBook book;
    private final FileWords words;
    private final PageErrors errors;

    FileRulePages(ConferenceApi conferences, FileRuleBook book, FileWords words, PageErrors errors) {
        this.conferences = conferences;
        this.book = book;
        this.words = words;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var current = book.of(found.id());
        var rules = current.rules();
        var form = Posted.empty()
                .set("version", current.version())
                .set("most_pages", rules.mostPages())
                .set("paper", rules.paper())
                .set("fonts", rules.fontsInside())
                .set("megabytes", rules.megabytes())
                .set("refuses", rules.refuses());
        return page(found, form, locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var rules = read(posted);
            var version = posted.integer("version");
            posted.throwIfWrong();
            book.save(found, rules, version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var page = errors.refused(page(found, posted, locale), e, locale);
            if (e instanceof Problem.Stale) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute("flash", words.done("papers.file-rules.saved", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/files");
    }

    private static FileRules read(Posted posted) {
        var pages = posted.integer("most_pages");
        var megabytes = posted.integer("megabytes");
        posted.throwIfWrong();
        var wrong = new Violations();
        if (pages != null) range(wrong, "/most_pages", pages, MOST_PAGES);
        if (megabytes == null) wrong.required("/megabytes", null);
        else range(wrong, "/megabytes", megabytes, FileRules.FIRST.megabytes());
        var paper = paper(posted.get("paper"));
        if (paper == null) wrong.required("/paper", null);
        wrong.throwIfAny();
        return new FileRules(
                pages,
                paper == null ? PaperSize.ANY : paper,
                posted.isOn("fonts"),
                megabytes == null ? FileRules.FIRST.megabytes() : megabytes,
                posted.isOn("refuses"));
    }

    private static void range(Violations wrong, String pointer, int number, int most) {
        wrong.check(number >= 1 && number <= most, pointer, "range", "From 1 to " + most + ".");
    }

    private static @Nullable PaperSize paper(String name) {
        return Arrays.stream(PaperSize.values())
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(ConferenceView conference, Posted form, Locale locale) {
        return new ModelAndView("papers/file-rules")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("papers", papers(locale));
    }

    private List<Choice> papers(Locale locale) {
        return Arrays.stream(PaperSize.values())
                .map(size -> new Choice(
                        size.name(),
                        words.text("papers.file-rules.paper-" + size.name().toLowerCase(Locale.ROOT), locale)))
                .toList();
    }
}

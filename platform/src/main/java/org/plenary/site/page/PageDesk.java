package org.plenary.site.page;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of pages, the versions of each, and taking one away. */
@Controller
@TenantHost
@Requires(Permission.CONFERENCE_WRITE)
@RequestMapping({"/manage/pages", "/manage/conferences/{conference}/pages"})
class PageDesk {
    private final PageOwners owners;
    private final WritingPages writing;
    private final PageWords words;

    PageDesk(PageOwners owners, WritingPages writing, PageWords words) {
        this.owners = owners;
        this.writing = writing;
        this.words = words;
    }

    /** @param english how many words, @param chinese how many characters */
    record Row(SitePage page, String title, int english, int chinese) {
        static Row of(SitePage page, Locale locale) {
            var text = page.content().text();
            return new Row(
                    page,
                    page.content().title().in(locale),
                    PageMarkdown.words(text.forTag("en")),
                    PageMarkdown.words(text.forTag("zh-CN")));
        }
    }

    @GetMapping
    ModelAndView list(@PathVariable(required = false) @Nullable String conference, Locale locale) {
        var owner = owners.of(conference);
        var rows = writing.of(owner).stream().map(page -> Row.of(page, locale)).toList();
        var taken = rows.stream().map(row -> row.page().slug()).toList();
        return view("pages", owner)
                .addObject("pages", rows)
                .addObject("full", rows.size() >= SitePages.MOST)
                .addObject(
                        "drafts",
                        PageDrafts.NAMES.stream()
                                .filter(name -> !taken.contains(name))
                                .toList());
    }

    @GetMapping("/{page}/versions")
    ModelAndView versions(
            @PathVariable(required = false) @Nullable String conference, @PathVariable UUID page, Locale locale) {
        var owner = owners.of(conference);
        List<Row> rows = writing.versions(owner, page).stream()
                .map(version -> Row.of(version, locale))
                .toList();
        return view("page-versions", owner)
                .addObject("versions", rows)
                .addObject("page", rows.getFirst())
                .addObject("zone", Tenancy.require().timeZone());
    }

    @GetMapping("/{page}/versions/{version}")
    ModelAndView version(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable UUID page,
            @PathVariable int version,
            Locale locale) {
        var owner = owners.of(conference);
        var versions = writing.versions(owner, page);
        var chosen = versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This version"));
        var text = chosen.content().text();
        return view("page-version", owner)
                .addObject("row", Row.of(chosen, locale))
                .addObject("latest", chosen == versions.getFirst())
                .addObject("english", PageWords.Side.of(text.forTag("en")))
                .addObject("chinese", PageWords.Side.of(text.forTag("zh-CN")))
                .addObject("zone", Tenancy.require().timeZone());
    }

    @PostMapping("/{page}/versions/{version}/restoration")
    String restore(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable UUID page,
            @PathVariable int version,
            Locale locale,
            RedirectAttributes redirect) {
        var owner = owners.of(conference);
        writing.restore(owner, page, version);
        redirect.addFlashAttribute("flash", words.flash("restored", locale));
        return "redirect:" + owner.desk() + "/" + page;
    }

    @PostMapping("/{page}/withdrawal")
    String withdraw(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable UUID page,
            Locale locale,
            RedirectAttributes redirect) {
        var owner = owners.of(conference);
        writing.withdraw(owner, page);
        redirect.addFlashAttribute("flash", words.flash("withdrawn", locale));
        return "redirect:" + owner.desk() + "/" + page;
    }

    @GetMapping("/{page}/deletion")
    ModelAndView question(
            @PathVariable(required = false) @Nullable String conference, @PathVariable UUID page, Locale locale) {
        var owner = owners.of(conference);
        return view("page-deletion", owner).addObject("row", Row.of(writing.require(owner, page), locale));
    }

    @PostMapping("/{page}/deletion")
    String delete(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable UUID page,
            Locale locale,
            RedirectAttributes redirect) {
        var owner = owners.of(conference);
        writing.delete(owner, page);
        redirect.addFlashAttribute("flash", words.flash("deleted", locale));
        return "redirect:" + owner.desk();
    }

    private static ModelAndView view(String page, PageOwner owner) {
        return new ModelAndView("site/" + page).addObject("desk", owner.desk()).addObject("shelf", owner.shelf());
    }
}

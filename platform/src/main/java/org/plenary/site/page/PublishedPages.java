package org.plenary.site.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Pages as everybody reads them. */
@Controller
@TenantHost
@Public
@RequestMapping({"/pages", "/c/{conference}/pages"})
class PublishedPages {
    private final PageOwners owners;
    private final SitePages pages;

    PublishedPages(PageOwners owners, SitePages pages) {
        this.owners = owners;
        this.pages = pages;
    }

    /**
     * @param language of the text, by its tag
     * @param instead the name of that language when it is not the reader's; null when it is
     */
    record Article(
            String title,
            String html,
            String language,
            @Nullable String instead) {
        static Article of(PageContent content, Locale locale) {
            var text = content.text();
            var tag = language(text, locale);
            var title = text.isBlank()
                    ? content.title().in(locale)
                    : content.title().in(Locale.forLanguageTag(tag));
            var other = !text.isBlank() && !tag.equals(locale.toLanguageTag());
            var html = PageMarkdown.html(text.in(Locale.forLanguageTag(tag)));
            return new Article(
                    title, html, tag, other ? Locale.forLanguageTag(tag).getDisplayLanguage(locale) : null);
        }

        private static String language(LocalizedText text, Locale locale) {
            var wanted = locale.toLanguageTag();
            if (text.isBlank()
                    || text.values().containsKey(wanted)
                    || text.values().containsKey("")) return wanted;
            return text.values().keySet().iterator().next();
        }
    }

    @GetMapping("/{slug}")
    Object page(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable String slug,
            Locale locale,
            Model model) {
        var owner = owners.visible(conference);
        var page = pages.published(owner.id(), slug);
        if (page.isEmpty()) return moved(owner, slug);
        var content = page.get().content();
        var article = Article.of(content, locale);
        model.addAttribute("article", article);
        model.addAttribute("pageTitle", article.title());
        model.addAttribute(
                "pageSummary", PageMarkdown.summary(content.text().in(Locale.forLanguageTag(article.language()))));
        model.addAttribute("active", (conference == null ? "own-page-" : "page-") + slug);
        return "site/page";
    }

    /** An address that was printed somewhere leads to where the page is now. */
    private View moved(PageOwner owner, String slug) {
        var now = pages.moved(owner.id(), slug).orElseThrow(() -> new Problem.NotFound("This page"));
        var view = new RedirectView(owner.shelf() + "/" + now.slug());
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return view;
    }
}

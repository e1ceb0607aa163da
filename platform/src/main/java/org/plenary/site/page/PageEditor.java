package org.plenary.site.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
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

/** Writing a page: the text on the left, what it looks like on the right. */
@Controller
@TenantHost
@Requires(Permission.CONFERENCE_WRITE)
@RequestMapping({"/manage/pages", "/manage/conferences/{conference}/pages"})
class PageEditor {
    private final PageOwners owners;
    private final WritingPages writing;
    private final PageImages images;
    private final PageWords words;

    PageEditor(PageOwners owners, WritingPages writing, PageImages images, PageWords words) {
        this.owners = owners;
        this.writing = writing;
        this.images = images;
        this.words = words;
    }

    @GetMapping("/new")
    ModelAndView blank(
            @PathVariable(required = false) @Nullable String conference,
            @RequestParam(required = false) @Nullable String from,
            Locale locale) {
        var form = Posted.empty();
        PageDrafts.of(from, Tenancy.require().name()).ifPresent(draft -> fill(form, draft));
        return form(owners.of(conference), null, form, locale);
    }

    @GetMapping("/{page}")
    ModelAndView edit(
            @PathVariable(required = false) @Nullable String conference, @PathVariable UUID page, Locale locale) {
        var owner = owners.of(conference);
        var latest = writing.require(owner, page);
        var content = latest.content();
        var form = Posted.empty().set("version", latest.version());
        fill(
                form,
                new PageDraft(
                        latest.slug(),
                        content.title(),
                        content.text(),
                        content.place().wire(),
                        content.position()));
        return form(owner, latest, form, locale);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable(required = false) @Nullable String conference,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile image,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        return act(owners.of(conference), null, new Posted(values), image, locale, redirect);
    }

    @PostMapping("/{page}")
    ModelAndView change(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable UUID page,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile image,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var owner = owners.of(conference);
        return act(owner, writing.require(owner, page), new Posted(values), image, locale, redirect);
    }

    /** What is typed, drawn while it is typed. */
    @PostMapping("/preview/{tag:en|zh-CN}")
    ModelAndView preview(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable String tag,
            @RequestParam MultiValueMap<String, String> values) {
        return new ModelAndView("site/page-form :: preview")
                .addObject("tag", tag)
                .addObject("side", PageWords.Side.of(new Posted(values), tag));
    }

    /** The buttons of the form: what does not save shows the form again with what was typed. */
    private ModelAndView act(
            PageOwner owner,
            @Nullable SitePage before,
            Posted form,
            @Nullable MultipartFile image,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var action = form.get("action");
        try {
            if (action.equals("preview")) return form(owner, before, form, locale);
            if (action.equals("upload")) {
                insert(form, images.keep(image));
                return form(owner, before, form, locale).addObject("flash", words.flash("inserted", locale));
            }
            var saved = save(owner, before, form, action.equals("publish"));
            redirect.addFlashAttribute("flash", words.flash(saved.isShown() ? "published" : "saved", locale));
            return new ModelAndView("redirect:" + owner.desk() + "/" + saved.id());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = form(owner, before, form, locale).addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return view;
        }
    }

    private SitePage save(PageOwner owner, @Nullable SitePage before, Posted form, boolean publish) {
        var position = form.integer("position");
        form.throwIfWrong();
        var draft =
                new PageDraft(form.text("slug"), form.texts("title"), form.texts("text"), form.text("place"), position);
        if (before == null) return writing.create(owner, draft, publish);
        var then = publish ? WritingPages.Then.PUBLISH : WritingPages.Then.LEAVE;
        return writing.change(owner, before.id(), form.integer("version"), draft, then);
    }

    /** At the end of the text of the language that was chosen. */
    private static void insert(Posted form, String markdown) {
        var field = "text." + (form.get("image-language").equals("zh-CN") ? "zh-CN" : "en");
        var text = form.get(field).stripTrailing();
        form.set(field, text.isEmpty() ? markdown : text + "\n\n" + markdown);
    }

    private static void fill(Posted form, PageDraft draft) {
        form.set("slug", draft.slug())
                .set("title", draft.title())
                .set("text", draft.text())
                .set("place", draft.place())
                .set("position", draft.position());
    }

    private ModelAndView form(PageOwner owner, @Nullable SitePage page, Posted form, Locale locale) {
        return new ModelAndView("site/page-form")
                .addObject("desk", owner.desk())
                .addObject("shelf", owner.shelf())
                .addObject("page", page)
                .addObject("form", form)
                .addObject("places", words.places(locale))
                .addObject("languages", words.languages())
                .addObject(
                        "sides",
                        Map.of("en", PageWords.Side.of(form, "en"), "zh-CN", PageWords.Side.of(form, "zh-CN")));
    }
}

package org.plenary.conference.notice;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
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

/** Writing a section of the notice, publishing it, and withholding it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/notice/sections/{section}")
@Requires(Permission.CONFERENCE_WRITE)
class NoticeSectionPages {
    private final ConferenceApi conferences;
    private final Assembling assembling;
    private final Publishing publishing;
    private final Editing editing;
    private final NoticeSectionWords words;

    NoticeSectionPages(
            ConferenceApi conferences,
            Assembling assembling,
            Publishing publishing,
            Editing editing,
            NoticeSectionWords words) {
        this.conferences = conferences;
        this.assembling = assembling;
        this.publishing = publishing;
        this.editing = editing;
        this.words = words;
    }

    @GetMapping("/text")
    ModelAndView text(@PathVariable String conference, @PathVariable String section) {
        var found = conferences.bySlug(conference);
        var chosen = NoticeApi.section(section);
        return form(found, chosen, "text", assembling.of(found).of(chosen).text());
    }

    @PostMapping("/text")
    ModelAndView write(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var text = texts(values, "text");
        return act(conference, section, "text", text, locale, redirect, found -> {
            editing.write(found, NoticeApi.section(section), text);
        });
    }

    @GetMapping("/publication")
    ModelAndView publication(@PathVariable String conference, @PathVariable String section) {
        var found = conferences.bySlug(conference);
        return form(found, NoticeApi.section(section), "publication", new LocalizedText(Map.of()));
    }

    @PostMapping("/publication")
    ModelAndView publish(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var note = texts(values, "note");
        return act(conference, section, "publication", note, locale, redirect, found -> {
            publishing.publish(found, EnumSet.of(NoticeApi.section(section)), note);
        });
    }

    @GetMapping("/withholding")
    ModelAndView withholding(@PathVariable String conference, @PathVariable String section) {
        var found = conferences.bySlug(conference);
        return form(found, NoticeApi.section(section), "withholding", new LocalizedText(Map.of()));
    }

    @PostMapping("/withholding")
    ModelAndView withhold(
            @PathVariable String conference, @PathVariable String section, Locale locale, RedirectAttributes redirect) {
        return act(conference, section, "withholding", new LocalizedText(Map.of()), locale, redirect, found -> {
            publishing.withhold(found, NoticeApi.section(section));
        });
    }

    /** Does it and goes back to the notice; what is refused is said on the form again. */
    private ModelAndView act(
            String slug,
            String section,
            String page,
            LocalizedText typed,
            Locale locale,
            RedirectAttributes redirect,
            Consumer<ConferenceView> action) {
        var conference = conferences.bySlug(slug);
        var chosen = NoticeApi.section(section);
        try {
            action.accept(conference);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = form(conference, chosen, page, typed);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(e instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.done(page, chosen, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/notice");
    }

    private ModelAndView form(ConferenceView conference, NoticeSection section, String page, LocalizedText text) {
        var stand = assembling.of(conference).of(section);
        return new ModelAndView("conference/notice-" + page)
                .addObject("slug", conference.slug())
                .addObject("section", section.wire())
                .addObject("name", section.messageKey())
                .addObject("written", section.isWritten())
                .addObject("again", stand.state() == SectionStand.State.PUBLISHED && stand.decided())
                .addObject("english", text.forTag(Languages.ALL.getFirst().toLanguageTag()))
                .addObject("chinese", text.forTag(Languages.CHINESE.toLanguageTag()));
    }

    private static LocalizedText texts(MultiValueMap<String, String> values, String field) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : tags()) {
            var text = values.getFirst(field + "." + tag);
            if (text != null) texts.put(tag, text);
        }
        return new LocalizedText(texts);
    }

    private static List<String> tags() {
        return Languages.ALL.stream().map(Locale::toLanguageTag).toList();
    }
}

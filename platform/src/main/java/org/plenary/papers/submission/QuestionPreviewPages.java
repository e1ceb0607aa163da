package org.plenary.papers.submission;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's preview of the call's form, as authors of some track and type see it; nothing can be sent. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/call/form/preview")
@Requires(Permission.PAPERS_READ)
class QuestionPreviewPages {
    private final ConferenceApi conferences;
    private final Questions questions;
    private final Calls calls;

    QuestionPreviewPages(ConferenceApi conferences, Questions questions, Calls calls) {
        this.conferences = conferences;
        this.questions = questions;
        this.calls = calls;
    }

    /** @param version to show; null for the newest; @param part draws the form alone, to stand beside the builder */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean part,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var call = calls.find(found.id()).orElse(null);
        var posted = values.containsKey(Questions.VERSION)
                ? new Posted(new LinkedMultiValueMap<>(values))
                : questions.blank(found);
        if (version != null) posted.set(Questions.VERSION, version);
        var page = new ModelAndView(part ? "papers/form-preview :: form" : "papers/form-preview")
                .addObject("slug", conference)
                .addObject("track", posted.get("track"))
                .addObject("type", posted.get("type"))
                .addObject("tracks", call == null ? List.of() : tracks(call, locale))
                .addObject("types", call == null ? List.of() : types(call, locale));
        questions.draw(page, found, posted, posted.get("track"), posted.get("type"), locale);
        return page;
    }

    private static List<Choice> tracks(Call call, Locale locale) {
        return call.tracks().stream()
                .map(each -> new Choice(each.key(), each.name().in(locale)))
                .toList();
    }

    private static List<Choice> types(Call call, Locale locale) {
        return call.types().stream()
                .map(each -> new Choice(each.key(), each.name().in(locale)))
                .toList();
    }
}

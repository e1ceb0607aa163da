package org.plenary.papers.submission;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's preview of a form about papers, as it is for some track and type; nothing can be sent. */
public abstract class FormPreviewPages {
    private final ConferenceApi conferences;
    private final FormQuestions questions;
    private final Calls calls;

    protected FormPreviewPages(ConferenceApi conferences, FormQuestions questions, Calls calls) {
        this.conferences = conferences;
        this.questions = questions;
        this.calls = calls;
    }

    /** @param version to show; null for the newest; @param part draws the form alone, to stand beside the builder */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    public ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "false") boolean part,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var call = calls.find(found.id()).orElse(null);
        var posted = values.containsKey(FormQuestions.VERSION)
                ? new Posted(new LinkedMultiValueMap<>(values))
                : questions.blank(found);
        if (version != null) posted.set(FormQuestions.VERSION, version);
        var page = new ModelAndView(part ? "papers/form-preview :: form" : "papers/form-preview")
                .addObject("builder", "/manage/conferences/" + found.slug() + "/" + questions.builder())
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

package org.plenary.papers.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SavedViews;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Draws what was found of papers. */
@Component
class SearchPage {
    private final PaperSearch search;
    private final ResultParts parts;
    private final SavedSearches saved;
    private final Callers callers;

    SearchPage(PaperSearch search, ResultParts parts, SavedSearches saved, Callers callers) {
        this.search = search;
        this.parts = parts;
        this.saved = saved;
        this.callers = callers;
    }

    /**
     * What staff ask for: the saved search that they open, unless there is something else in the address.
     *
     * @throws Problem.NotFound when there is none that they may see
     */
    AskedPage asked(ConferenceView conference, MultiValueMap<String, String> sent) {
        var asked = AskedPage.forStaff(conference.slug(), sent);
        var id = asked.view();
        if (id == null) return asked;
        var view = saved.find(conference.id(), id);
        if (AskedPage.isIn(sent)) return asked;
        var all = new LinkedMultiValueMap<>(view.asked());
        all.addAll(sent);
        return AskedPage.forStaff(conference.slug(), all);
    }

    ModelAndView forStaff(ConferenceView conference, AskedPage asked, Locale locale) {
        var page = draw("papers/search", conference, asked, locale);
        var views = saved.all(conference.id());
        var keep = new LinkedHashMap<>(asked.kept());
        keep.put("q", asked.text());
        return page.addObject("maySetWords", callers.current().may(Permission.PAPERS_WRITE))
                .addObject("mayFindDelegates", callers.current().may(Permission.REGISTRATION_READ))
                .addObject("mayShare", saved.mayShare())
                .addObject("view", open(views, asked))
                .addObject("views", SavedViews.links(views, asked.view(), asked.address()))
                .addObject("keepAll", keep.entrySet());
    }

    private static SavedViews.@Nullable Saved open(List<SavedViews.Saved> views, AskedPage asked) {
        return views.stream()
                .filter(each -> each.id().equals(asked.view()))
                .findFirst()
                .orElse(null);
    }

    ModelAndView forEverybody(ConferenceView conference, AskedPage asked, Locale locale) {
        return draw("papers/accepted", conference, asked, locale);
    }

    private ModelAndView draw(String template, ConferenceView conference, AskedPage asked, Locale locale) {
        var page = new ModelAndView(template);
        page.addObject("slug", conference.slug());
        page.addObject("q", asked.text());
        page.addObject("action", asked.address());
        page.addObject("keep", asked.kept());
        var answer = answer(conference, asked);
        parts.fill(page, conference, answer.to(), answer.found(), locale);
        page.addObject("notice", answer.notice());
        if (answer.notice() == Notice.UNAVAILABLE) page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }

    /** What is said of the way in which an answer was found. */
    private enum Notice {
        NONE,
        SIMPLIFIED,
        RESTARTED,
        UNAVAILABLE
    }

    private record Answer(AskedPage to, PaperSearch.Found found, Notice notice) {}

    /** Of a list that was begun with the index and cannot be gone on with while that is away, the beginning. */
    private Answer answer(ConferenceView view, AskedPage asked) {
        try {
            var found = search.search(view, asked.query());
            return new Answer(asked, found, found.isPlain() ? Notice.SIMPLIFIED : Notice.NONE);
        } catch (Problem.Unavailable e) {
            if (asked.after() == null) return new Answer(asked, PaperSearch.Found.NOTHING, Notice.UNAVAILABLE);
            var anew = answer(view, asked.anew());
            return anew.notice() == Notice.UNAVAILABLE ? anew : new Answer(anew.to(), anew.found(), Notice.RESTARTED);
        }
    }
}

package org.plenary.papers.finding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/search/papers")
class PaperSearchApi {
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_VALUES = 50;

    private final ConferenceApi conferences;
    private final PaperSearch search;

    PaperSearchApi(ConferenceApi conferences, PaperSearch search) {
        this.conferences = conferences;
        this.search = search;
    }

    @GetMapping
    @Public
    Results search(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> track,
            @RequestParam(defaultValue = "") List<String> country,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var view = conferences.visible(conference);
        var size = Page.limit(limit);
        if (q.length() > MOST_CHARACTERS)
            throw new Problem.InvalidInput("/q", "too_long", "At most " + MOST_CHARACTERS + " characters.");
        if (track.size() > MOST_VALUES || country.size() > MOST_VALUES || status.size() > MOST_VALUES)
            throw new Problem.InvalidInput("/track", "too_many", "At most " + MOST_VALUES + " values of a filter.");
        var order = PaperOrder.of(sort);
        if (order == null)
            throw new Problem.InvalidInput("/sort", "unknown_value", "One of relevance, number, newest and title.");
        var found = search.search(view, new PaperSearch.Asked(q, track, country, status, order, size, after, true));
        return new Results(found.papers().stream().map(Item::of).toList(), found.total(), found.facets(), found.next());
    }

    record Results(
            List<Item> items,
            long total,
            Map<String, Map<String, Long>> facets,
            @Nullable String next) {}

    record Item(
            int number,
            String title,
            List<Name> authors,
            @Nullable String track,
            PaperStatus status,
            double score,
            Map<String, List<String>> highlights) {
        static Item of(PaperSearch.FoundPaper found) {
            var content = found.paper().content();
            return new Item(
                    found.paper().number(),
                    content.title(),
                    content.authors().stream().map(Name::of).toList(),
                    content.track(),
                    found.paper().status(),
                    found.score(),
                    found.highlights());
        }
    }

    /** An author as anybody may see one: without the e-mail address. */
    record Name(
            String name,
            @Nullable String affiliation,
            @Nullable String country) {
        static Name of(Author author) {
            return new Name(author.name(), author.affiliation(), author.country());
        }
    }
}

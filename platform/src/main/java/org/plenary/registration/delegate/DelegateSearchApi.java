package org.plenary.registration.delegate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.fulltext.FullText;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/search/delegates")
@Requires(Permission.REGISTRATION_READ)
class DelegateSearchApi {
    private static final List<String> FACETS = List.of("country", "fee", "status");

    private final ConferenceApi conferences;
    private final FullText fullText;
    private final DelegateQueries queries;
    private final AccessLog log;

    DelegateSearchApi(ConferenceApi conferences, FullText fullText, DelegateQueries queries, AccessLog log) {
        this.conferences = conferences;
        this.fullText = fullText;
        this.queries = queries;
        this.log = log;
    }

    record Hit(
            UUID id,
            String name,
            String email,
            String country,
            String fee,
            String status,
            String order,
            @Nullable String ticket,
            double score,
            Map<String, List<String>> highlights) {}

    record Answer(
            List<Hit> items,
            long total,
            Map<String, Map<String, Long>> facets,
            @Nullable String next) {}

    /** What was found is read again here, so that nothing is shown that is not in this conference any more. */
    @GetMapping
    Answer search(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> country,
            @RequestParam(required = false) @Nullable List<String> fee,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var id = conferences.bySlug(conference).id();
        var filters = new HashMap<String, List<String>>();
        if (country != null) filters.put("country", country);
        if (fee != null) filters.put("fee", fee);
        if (status != null) filters.put("status", status);
        var result = fullText.search(
                new FullText.Query(DelegateSearch.KIND, id, q, filters, FACETS, Page.limit(limit), after));
        var rows = new HashMap<UUID, DelegateRow>();
        queries.byIds(id, result.hits().stream().map(FullText.Hit::id).toList())
                .forEach(row -> rows.put(row.id(), row));
        var items = result.hits().stream()
                .flatMap(hit ->
                        java.util.stream.Stream.ofNullable(rows.get(hit.id())).map(row -> view(row, hit)))
                .toList();
        var asked = new HashMap<String, Object>(filters);
        asked.put("q", q);
        log.record(Seen.list(id, Way.API, "delegate-search", items.size(), asked));
        return new Answer(items, result.total(), result.facets(), result.next());
    }

    /** The field that holds the name is called title in the index. */
    private static Hit view(DelegateRow row, FullText.Hit hit) {
        var highlights = new HashMap<String, List<String>>();
        hit.highlights().forEach((field, found) -> highlights.put(field.equals("title") ? "name" : field, found));
        return new Hit(
                row.id(),
                row.name(),
                row.email(),
                row.country(),
                row.fee(),
                row.status(),
                row.order(),
                row.ticket(),
                hit.score(),
                highlights);
    }
}

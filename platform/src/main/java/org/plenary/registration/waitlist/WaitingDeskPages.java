package org.plenary.registration.waitlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Link;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The waiting list as the organizer sees it, with its numbers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/waiting-list")
@Requires(Permission.REGISTRATION_READ)
class WaitingDeskPages {
    private static final int ROWS = 50;

    private final ConferenceApi conferences;
    private final EntryQueries queries;
    private final WaitingLists lists;
    private final WaitingNumbers numbers;
    private final Formats formats;

    WaitingDeskPages(
            ConferenceApi conferences,
            EntryQueries queries,
            WaitingLists lists,
            WaitingNumbers numbers,
            Formats formats) {
        this.conferences = conferences;
        this.queries = queries;
        this.lists = lists;
        this.numbers = numbers;
        this.formats = formats;
    }

    /** @param place in the list; null for one who does not wait */
    record Row(@Nullable Integer place, EntryView entry) {}

    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var state = status.isBlank() ? null : State.of(status);
        var page = queries.page(found.id(), new EntryQueries.Filter(state, q, key), ROWS, after);
        var counts = queries.counts(found.id());
        var demand = numbers.demand(found, locale);
        var view = new ModelAndView("registration/waiting-list");
        view.addObject("slug", conference);
        view.addObject("zone", found.timeZone());
        view.addObject("settings", lists.settings(found.id()));
        view.addObject("q", q);
        view.addObject("key", key);
        view.addObject("keep", Map.of("status", status, "key", key));
        view.addObject("people", rows(found.id(), page.items()));
        view.addObject("chips", chips(found, q, status, key, counts));
        view.addObject("waiting", counts.getOrDefault(State.WAITING, 0));
        view.addObject("offered", counts.getOrDefault(State.OFFERED, 0));
        view.addObject("taken", counts.getOrDefault(State.TAKEN, 0));
        view.addObject("lapsed", counts.getOrDefault(State.LAPSED, 0) + counts.getOrDefault(State.DECLINED, 0));
        view.addObject("demand", demand);
        view.addObject("chart", numbers.table(demand, locale));
        view.addObject(
                "exports", List.of(new Link(base(found) + ".csv", "CSV"), new Link(base(found) + ".xlsx", "XLSX")));
        view.addObject("first", after == null ? null : address(found, q, status, key, null));
        view.addObject("next", page.next() == null ? null : address(found, q, status, key, page.next()));
        return view;
    }

    @GetMapping("/chart")
    ResponseEntity<WaitingNumbers.Chart> chart(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return ResponseEntity.ok(numbers.chart(numbers.demand(found, locale), locale));
    }

    private List<Row> rows(UUID conference, List<Entry> entries) {
        var places = entries.stream().anyMatch(Entry::isWaiting)
                ? queries.places(conference, entries)
                : Map.<UUID, Integer>of();
        return entries.stream()
                .map(entry -> new Row(places.get(entry.id()), EntryView.of(entry, null)))
                .toList();
    }

    private List<Chip> chips(
            ConferenceView conference, String q, String status, String key, Map<State, Integer> counts) {
        var chips = new ArrayList<Chip>();
        for (var state : State.values()) {
            var on = state.wire().equals(status);
            chips.add(new Chip(
                    address(conference, q, on ? "" : state.wire(), key, null), formats.status(state), on, (long)
                            counts.getOrDefault(state, 0)));
        }
        return chips;
    }

    static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/waiting-list";
    }

    private static String address(
            ConferenceView conference, String q, String status, String key, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(base(conference));
        var values = new LinkedHashMap<String, String>();
        if (!q.isEmpty()) values.put("q", q);
        if (!status.isEmpty()) values.put("status", status);
        if (!key.isEmpty()) values.put("key", key);
        if (after != null) values.put("after", after);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}

package org.plenary.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.FoundKind;
import org.plenary.fulltext.FoundKind.Order;
import org.plenary.fulltext.Marked;
import org.plenary.kernel.web.Chip;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of what was found, as its address asks for it. What an address says wrongly is as if it did not say it.
 *
 * @param only the conference that is looked in; null for all
 * @param kind the one that is shown alone; null for some of each
 * @param page the first is 0
 */
record FoundPage(
        String text,
        @Nullable ConferenceView only,
        @Nullable String kind,
        Order order,
        int page) {
    static final int OF_EACH = 5;
    static final int OF_ONE = 20;
    private static final int LAST_PAGE = 49;
    private static final int MOST_CHARACTERS = 200;
    private static final String EVERYWHERE = "/manage/search";
    private static final String HERE = "/manage/conferences/{conference}/search/all";

    static FoundPage of(MultiValueMap<String, String> sent, @Nullable ConferenceView only) {
        var text =
                String.valueOf(sent.getOrDefault("q", List.of("")).getFirst()).strip();
        return new FoundPage(
                text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text,
                only,
                sent.getFirst("kind"),
                "newest".equals(sent.getFirst("sort")) ? Order.NEWEST : Order.RELEVANCE,
                number(sent.getFirst("page")));
    }

    private static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,3}") ? 0 : Math.min(Integer.parseInt(text), LAST_PAGE);
    }

    Finding.Question question(Locale locale) {
        return new Finding.Question(
                text,
                only,
                kind,
                kind == null ? OF_EACH : OF_ONE,
                kind == null ? 0 : page * OF_ONE,
                order,
                locale,
                false);
    }

    FoundPage of(@Nullable String other) {
        return new FoundPage(text, only, other, order, 0);
    }

    FoundPage sorted(Order other) {
        return new FoundPage(text, only, kind, other, 0);
    }

    FoundPage at(int other) {
        return new FoundPage(text, only, kind, order, other);
    }

    FoundPage everywhere() {
        return new FoundPage(text, null, kind, order, 0);
    }

    boolean hasMore(long total) {
        return kind != null && page < LAST_PAGE && total > (page + 1L) * OF_ONE;
    }

    String address() {
        var builder = UriComponentsBuilder.fromPath(only == null ? EVERYWHERE : HERE);
        builder.queryParam("q", "{q}");
        if (kind != null) builder.queryParam("kind", "{kind}");
        if (order == Order.NEWEST) builder.queryParam("sort", "newest");
        if (page > 0) builder.queryParam("page", page);
        var values = new java.util.HashMap<String, Object>();
        values.put("q", text);
        values.put("kind", String.valueOf(kind));
        values.put("conference", only == null ? "" : only.slug());
        return builder.encode().buildAndExpand(values).toUriString();
    }

    /** @param conference the name of the one that it is in; blank where that goes without saying */
    public record Row(Marked title, Marked line, String conference, String href) {}

    /** @param href the page of this kind alone */
    public record Section(String key, String icon, long total, List<Row> rows, String href) {}

    /** Those of which there is something. */
    List<Section> sections(Finding.Outcome outcome) {
        var sections = new ArrayList<Section>();
        for (var group : outcome.groups()) {
            if (group.shown().isEmpty()) continue;
            var rows = group.shown().stream()
                    .map(each -> row(each, outcome.conferences()))
                    .toList();
            var key = group.kind().key();
            sections.add(new Section(key, group.kind().icon(), group.total(), rows, of(key).address()));
        }
        return sections;
    }

    private Row row(FoundKind.Shown each, Map<UUID, FoundKind.Conference> conferences) {
        var there = conferences.get(each.conference());
        var name = there == null || only != null || each.id().equals(each.conference()) ? "" : there.name();
        return new Row(each.title(), each.line(), name, each.href());
    }

    /** All, and each kind of which there is something. @param label of a kind by its key; {@code all} for all */
    List<Chip> kinds(Finding.Outcome outcome, java.util.function.UnaryOperator<String> label) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(of((String) null).address(), label.apply("all"), kind == null, outcome.total()));
        for (var group : outcome.groups()) {
            var key = group.kind().key();
            if (group.total() > 0 || key.equals(kind))
                chips.add(new Chip(of(key).address(), label.apply(key), key.equals(kind), group.total()));
        }
        return chips;
    }
}

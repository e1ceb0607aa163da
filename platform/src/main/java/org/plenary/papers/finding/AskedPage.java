package org.plenary.papers.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.PaperStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of results as its address asks for it.
 *
 * @param filters one value per facet at most
 * @param chosen the order that the address names; null for the usual one
 */
record AskedPage(
        String path,
        String slug,
        String text,
        Map<String, String> filters,
        @Nullable PaperOrder chosen,
        @Nullable String after,
        boolean acceptedOnly) {
    static final List<String> FACETS = List.of(PaperDocuments.STATUS, PaperDocuments.TRACK, PaperDocuments.COUNTRY);
    private static final String SORT = "sort";
    private static final int PAGE = 20;
    private static final int MOST_CHARACTERS = 300;

    static AskedPage of(String path, String slug, MultiValueMap<String, String> sent, boolean acceptedOnly) {
        var text =
                String.valueOf(sent.getOrDefault("q", List.of("")).getFirst()).strip();
        var filters = new LinkedHashMap<String, String>();
        for (var facet : FACETS) {
            var value = sent.getFirst(facet);
            if (value != null && !value.isBlank()) filters.put(facet, value);
        }
        if (acceptedOnly) filters.put(PaperDocuments.STATUS, PaperStatus.ACCEPTED.code());
        var shortened = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return new AskedPage(
                path, slug, shortened, filters, PaperOrder.of(sent.getFirst(SORT)), sent.getFirst("after"), acceptedOnly);
    }

    PaperSearch.Asked query() {
        return new PaperSearch.Asked(
                text,
                values(PaperDocuments.TRACK),
                values(PaperDocuments.COUNTRY),
                values(PaperDocuments.STATUS),
                order(),
                PAGE,
                after);
    }

    /** The same question from its beginning. */
    AskedPage anew() {
        return new AskedPage(path, slug, text, filters, chosen, null, acceptedOnly);
    }

    /** The page's address without anything asked. */
    String address() {
        return UriComponentsBuilder.fromPath(path).encode().buildAndExpand(slug).toUriString();
    }

    /** Nothing matches best where no words are. */
    PaperOrder order() {
        return chosen == null || chosen == PaperOrder.RELEVANCE ? usual() : chosen;
    }

    private PaperOrder usual() {
        return text.isEmpty() ? PaperOrder.NUMBER : PaperOrder.RELEVANCE;
    }

    List<PaperOrder> orders() {
        return Arrays.stream(PaperOrder.values())
                .filter(order -> order != PaperOrder.RELEVANCE || !text.isEmpty())
                .toList();
    }

    /** The same question in another order, from the first page. */
    String sorted(PaperOrder order) {
        var other = order == usual() ? null : order;
        return new AskedPage(path, slug, text, filters, other, null, acceptedOnly).page(null);
    }

    /** The filters and the order as hidden fields of the search box. */
    Map<String, String> kept() {
        var kept = new LinkedHashMap<>(filters);
        if (acceptedOnly) kept.remove(PaperDocuments.STATUS);
        if (chosen != null) kept.put(SORT, chosen.wire());
        return kept;
    }

    /** The same question with this facet's filter changed, from the first page. */
    String with(String facet, @Nullable String value) {
        var changed = new LinkedHashMap<>(kept());
        if (value == null) changed.remove(facet);
        else changed.put(facet, value);
        return address(changed, null);
    }

    String page(@Nullable String cursor) {
        return address(kept(), cursor);
    }

    private String address(Map<String, String> parameters, @Nullable String cursor) {
        var builder = UriComponentsBuilder.fromPath(path);
        var values = new HashMap<String, Object>();
        values.put("conference", slug);
        var all = new ArrayList<Map.Entry<String, String>>(parameters.entrySet());
        if (!text.isEmpty()) all.add(Map.entry("q", text));
        if (cursor != null) all.add(Map.entry("after", cursor));
        for (var entry : all) {
            builder.queryParam(entry.getKey(), "{" + entry.getKey() + "}");
            values.put(entry.getKey(), entry.getValue());
        }
        return builder.encode().buildAndExpand(values).toUriString();
    }

    private List<String> values(String facet) {
        var value = filters.get(facet);
        return value == null ? List.of() : List.of(value);
    }
}

package org.plenary.papers.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.PaperStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of results as its address asks for it.
 *
 * @param filters one value per facet at most
 * @param chosen the order that the address names; null for the usual one
 * @param view the search that was saved and opened; null for none
 */
record AskedPage(
        String path,
        String slug,
        String text,
        Map<String, String> filters,
        @Nullable PaperOrder chosen,
        @Nullable String after,
        boolean acceptedOnly,
        @Nullable UUID view) {
    static final List<String> FACETS = List.of(PaperDocuments.STATUS, PaperDocuments.TRACK, PaperDocuments.COUNTRY);
    private static final String WORDS = "q";
    private static final String SORT = "sort";
    private static final String VIEW = "view";
    private static final int PAGE = 20;
    private static final int MOST_CHARACTERS = 300;

    static AskedPage forStaff(String slug, MultiValueMap<String, String> sent) {
        return of("/manage/conferences/{conference}/search", slug, sent, false);
    }

    static AskedPage forEverybody(String slug, MultiValueMap<String, String> sent) {
        return of("/c/{conference}/papers", slug, sent, true);
    }

    private static AskedPage of(String path, String slug, MultiValueMap<String, String> sent, boolean acceptedOnly) {
        var text =
                String.valueOf(sent.getOrDefault(WORDS, List.of("")).getFirst()).strip();
        var filters = new LinkedHashMap<String, String>();
        for (var facet : FACETS) {
            var value = sent.getFirst(facet);
            if (value != null && !value.isBlank()) filters.put(facet, shortened(value));
        }
        if (acceptedOnly) filters.put(PaperDocuments.STATUS, PaperStatus.ACCEPTED.code());
        return new AskedPage(
                path,
                slug,
                shortened(text),
                filters,
                PaperOrder.of(sent.getFirst(SORT)),
                sent.getFirst("after"),
                acceptedOnly,
                acceptedOnly ? null : view(sent.getFirst(VIEW)));
    }

    private static String shortened(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static @Nullable UUID view(@Nullable String sent) {
        try {
            return sent == null ? null : UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether anything but a saved search is asked for. */
    static boolean isIn(MultiValueMap<String, String> sent) {
        return sent.containsKey(WORDS)
                || sent.containsKey(SORT)
                || FACETS.stream().anyMatch(sent::containsKey);
    }

    PaperSearch.Asked query() {
        return new PaperSearch.Asked(
                text,
                values(PaperDocuments.TRACK),
                values(PaperDocuments.COUNTRY),
                values(PaperDocuments.STATUS),
                order(),
                PAGE,
                after,
                !acceptedOnly);
    }

    /** The same question from its beginning. */
    AskedPage anew() {
        return ordered(chosen);
    }

    private AskedPage ordered(@Nullable PaperOrder other) {
        return new AskedPage(path, slug, text, filters, other, null, acceptedOnly, view);
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
        return ordered(order == usual() ? null : order).page(null);
    }

    /** What is asked but the words, as hidden fields of the search box. */
    Map<String, String> kept() {
        var kept = new LinkedHashMap<>(filters);
        if (acceptedOnly) kept.remove(PaperDocuments.STATUS);
        if (chosen != null) kept.put(SORT, chosen.wire());
        if (view != null) kept.put(VIEW, view.toString());
        return kept;
    }

    /** What is asked, to be saved: {@link #forStaff} reads it. */
    MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add(WORDS, text);
        kept().forEach(parameters::add);
        parameters.remove(VIEW);
        return parameters;
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
        // without any of its parameters a saved search is as it was saved
        if (!text.isEmpty() || view != null) all.add(Map.entry(WORDS, text));
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

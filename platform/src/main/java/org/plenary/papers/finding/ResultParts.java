package org.plenary.papers.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.PaperStatus;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** Prepares found papers for a page: highlighted texts and the facets as chips. */
@Component
class ResultParts {
    private static final int MOST_CHIPS = 12;
    private static final int SNIPPET = 220;

    private final Calls calls;
    private final Formats formats;
    private final MessageSource messages;

    ResultParts(Calls calls, Formats formats, MessageSource messages) {
        this.calls = calls;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param titleHtml and the other HTML: our own escaping with matches in {@code <em>}, safe to draw as it is */
    record Row(
            int number,
            String titleHtml,
            String authorsHtml,
            String aboutHtml,
            String snippetHtml,
            String fileHtml,
            String track,
            PaperStatus status) {}

    record Facet(String key, List<Chip> chips) {}

    void fill(ModelAndView page, ConferenceView conference, AskedPage asked, PaperSearch.Found found, Locale locale) {
        var call = calls.find(conference.id()).orElse(null);
        page.addObject(
                "results",
                found.papers().stream().map(f -> row(f, call, locale)).toList());
        page.addObject("total", found.total());
        page.addObject("facets", facets(asked, found, call, locale));
        page.addObject("orders", orders(asked, locale));
        page.addObject("first", asked.after() == null ? null : asked.page(null));
        page.addObject("next", found.next() == null ? null : asked.page(found.next()));
    }

    private List<Chip> orders(AskedPage asked, Locale locale) {
        return asked.orders().stream()
                .map(order -> new Chip(
                        asked.sorted(order),
                        messages.getMessage("search.results.order-" + order.wire(), null, locale),
                        order == asked.order()))
                .toList();
    }

    private static Row row(PaperSearch.FoundPaper found, @Nullable Call call, Locale locale) {
        var content = found.paper().content();
        var marked = found.highlights();
        var names = content.authors().stream().map(Author::name).toList();
        var track = content.track();
        return new Row(
                found.paper().number(),
                first(marked, "title", content.title()),
                authors(names, marked.getOrDefault("names", List.of())),
                String.join(" · ", marked.getOrDefault("about", List.of())),
                marked.containsKey("body")
                        ? String.join(" … ", marked.get("body"))
                        : HtmlUtils.htmlEscape(shortened(content.summary())),
                String.join(" … ", marked.getOrDefault("file", List.of())),
                track == null ? "" : call == null ? track : call.trackName(track, locale),
                found.paper().status());
    }

    private static String first(Map<String, List<String>> marked, String field, String plain) {
        var fragments = marked.getOrDefault(field, List.of());
        return fragments.isEmpty() ? HtmlUtils.htmlEscape(plain) : fragments.getFirst();
    }

    /** Every author in order, the marked ones as the index marked them. */
    private static String authors(List<String> names, List<String> marked) {
        var byPlain = marked.stream()
                .collect(Collectors.toMap(m -> m.replace("<em>", "").replace("</em>", ""), m -> m, (a, _) -> a));
        return names.stream()
                .map(HtmlUtils::htmlEscape)
                .map(name -> byPlain.getOrDefault(name, name))
                .collect(Collectors.joining(", "));
    }

    private List<Facet> facets(AskedPage asked, PaperSearch.Found found, @Nullable Call call, Locale locale) {
        var facets = new ArrayList<Facet>();
        for (var facet : AskedPage.FACETS) {
            if (asked.acceptedOnly() && facet.equals(PaperDocuments.STATUS)) continue;
            var chosen = asked.filters().get(facet);
            var chips = found.facets().getOrDefault(facet, Map.of()).entrySet().stream()
                    .limit(MOST_CHIPS)
                    .map(e -> chip(
                            asked, facet, e.getKey(), e.getValue(), e.getKey().equals(chosen), call, locale))
                    .toList();
            if (!chips.isEmpty()) facets.add(new Facet(facet, chips));
        }
        return facets;
    }

    private Chip chip(
            AskedPage asked, String facet, String value, long count, boolean isOn, @Nullable Call call, Locale locale) {
        var label = switch (facet) {
            case PaperDocuments.COUNTRY -> formats.country(value);
            case PaperDocuments.STATUS -> formats.status(value);
            default -> call == null ? value : call.trackName(value, locale);
        };
        return new Chip(asked.with(facet, isOn ? null : value), label, isOn, count);
    }

    private static String shortened(String text) {
        return text.length() <= SNIPPET
                ? text
                : text.substring(0, text.lastIndexOf(' ', SNIPPET) < 1 ? SNIPPET : text.lastIndexOf(' ', SNIPPET))
                        + "…";
    }
}

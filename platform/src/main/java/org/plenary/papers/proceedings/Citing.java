package org.plenary.papers.proceedings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.exporting.BibTeX;
import org.plenary.papers.proceedings.PublishedPapers.Published;
import org.plenary.papers.submission.Author;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** How a published paper is cited: by people, by BibTeX, and by search engines (Highwire Press tags, as Google Scholar asks for). */
@Component
class Citing {
    private final Urls urls;

    Citing(Urls urls) {
        this.urls = urls;
    }

    /** One tag of a page's head. */
    record Tag(String name, @Nullable String content) {}

    String address(ConferenceView conference, String path) {
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/proceedings" + path)
                .toString();
    }

    List<Tag> tags(ConferenceView conference, Volumes.State state, Published paper, Locale locale) {
        var volume = state.volume();
        var tags = new ArrayList<Tag>();
        tags.add(new Tag("citation_title", paper.title()));
        for (var author : paper.paper().content().authors()) {
            tags.add(new Tag("citation_author", author.name()));
            if (author.affiliation() != null) tags.add(new Tag("citation_author_institution", author.affiliation()));
            if (author.orcid() != null) tags.add(new Tag("citation_author_orcid", author.orcid()));
        }
        tags.add(new Tag("citation_publication_date", date(conference, state)));
        tags.add(new Tag("citation_conference_title", volume.titleIn(locale)));
        tags.add(new Tag("citation_firstpage", String.valueOf(paper.firstPage())));
        tags.add(new Tag("citation_lastpage", String.valueOf(paper.lastPage())));
        tags.add(new Tag("citation_pdf_url", address(conference, "/" + paper.number() + ".pdf")));
        tags.add(new Tag("citation_abstract_html_url", address(conference, "/" + paper.number())));
        tags.add(new Tag("citation_publisher", volume.publisher()));
        tags.add(new Tag("citation_isbn", volume.isbn()));
        tags.add(new Tag("citation_issn", volume.issn()));
        tags.add(new Tag("citation_doi", paper.doi()));
        for (var keyword : paper.paper().content().keywords()) tags.add(new Tag("citation_keywords", keyword));
        return tags.stream()
                .filter(tag -> tag.content() != null && !tag.content().isBlank())
                .toList();
    }

    /** {@code 2027/05/14}; the year alone when the volume says another than that of the day on which it came out. */
    private static String date(ConferenceView conference, Volumes.State state) {
        var at = state.publishedAt();
        var day = at == null ? null : at.atZone(conference.timeZone()).toLocalDate();
        if (day == null || day.getYear() != state.volume().year())
            return String.valueOf(state.volume().year());
        return day.toString().replace('-', '/');
    }

    /** {@code A. Author and B. Author: Title. In: Book, pp. 1–8. Publisher, Place, 2027.} */
    String citation(Volume volume, Published paper, Locale locale) {
        var text = new StringBuilder();
        text.append(paper.paper().content().authors().stream().map(Author::name).collect(Collectors.joining(", ")));
        text.append(": ").append(paper.title()).append(paper.title().matches(".*[.?!。？！]") ? " " : ". ");
        text.append("In: ")
                .append(volume.titleIn(locale))
                .append(", pp. ")
                .append(pages(paper))
                .append(". ");
        text.append(volume.publisher());
        if (!volume.place().isBlank()) text.append(", ").append(volume.place());
        text.append(", ").append(volume.year()).append('.');
        if (paper.doi() != null) text.append(" https://doi.org/").append(paper.doi());
        return text.toString();
    }

    String bibTeX(ConferenceView conference, Volume volume, Published paper, Locale locale) {
        var more = new LinkedHashMap<String, String>();
        more.put("pages", paper.firstPage() + "--" + paper.lastPage());
        more.put("publisher", volume.publisher());
        more.put("address", volume.place());
        more.put("series", volume.series());
        more.put("volume", volume.seriesNumber());
        more.put("isbn", volume.isbn());
        more.put("issn", volume.issn());
        more.put("editor", volume.editors().stream().map(Volume.Editor::name).collect(Collectors.joining(" and ")));
        more.put("doi", paper.doi() == null ? "" : paper.doi());
        more.put("url", address(conference, "/" + paper.number()));
        return BibTeX.entry(paper.paper(), volume.titleIn(locale), conference.slug(), volume.year(), more);
    }

    static String pages(Published paper) {
        return paper.pages() == 1 ? String.valueOf(paper.firstPage()) : paper.firstPage() + "–" + paper.lastPage();
    }
}

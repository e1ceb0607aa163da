package org.plenary.papers.inspection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.inspection.AuthorFound.Place;
import org.plenary.papers.inspection.AuthorFound.What;
import org.plenary.papers.inspection.pdf.PdfReport;
import org.plenary.papers.submission.Author;

/**
 * Looks for authors in what a PDF says: names in both orders and without middle names, addresses, institutions. Accents, case, line
 * breaks and what stands between words make no difference; Chinese is compared without spaces. It finds what an honest author forgot
 * and not what somebody hides.
 */
final class AuthorSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_INSTITUTION = 8;
    private static final int SHORTEST_IN_CHINESE = 2;

    private final List<Author> authors;

    AuthorSearch(List<Author> authors) {
        this.authors = authors;
    }

    List<AuthorFound> in(PdfReport report) {
        var found = new ArrayList<AuthorFound>();
        for (var page : report.texts()) find(found, Place.PAGE, page.page(), page.text());
        find(
                found,
                Place.PROPERTIES,
                0,
                joined(report.properties().stream()
                        .map(PdfReport.Property::text)
                        .toList()));
        find(found, Place.LINK, 0, joined(report.links()));
        return found;
    }

    private void find(List<AuthorFound> found, Place place, int page, String text) {
        var looked = new Text(text);
        for (var i = 0; i < authors.size(); i++) {
            var author = authors.get(i);
            if (looked.hasAddress(author.email())) found.add(new AuthorFound(place, page, What.EMAIL, i));
            if (names(author.name()).stream().anyMatch(looked::has))
                found.add(new AuthorFound(place, page, What.NAME, i));
            if (institutions(author.affiliation()).stream().anyMatch(looked::has))
                found.add(new AuthorFound(place, page, What.INSTITUTION, i));
        }
    }

    private static String joined(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\n"));
    }

    private static Set<String> names(String name) {
        var words = words(name);
        var names = new LinkedHashSet<String>();
        if (words.isEmpty()) return names;
        var parts = List.of(words.split(" "));
        if (HAN.matcher(words).find()) {
            if (words.length() >= SHORTEST_IN_CHINESE) names.add(words);
        } else if (parts.size() > 1) {
            names.add(words);
            names.add(parts.getFirst() + " " + parts.getLast());
            names.add(parts.getLast() + " " + String.join(" ", parts.subList(0, parts.size() - 1)));
        } else if (words.length() > SHORTEST_WORD) names.add(words);
        return names;
    }

    /** As it is written, and each part between commas that is long enough to mean one institution. */
    private static Set<String> institutions(@Nullable String affiliation) {
        var institutions = new LinkedHashSet<String>();
        if (affiliation == null) return institutions;
        for (var part : affiliation.split("[,;，；]")) {
            var words = words(part);
            var isLong = HAN.matcher(words).find()
                    ? words.length() > SHORTEST_IN_CHINESE
                    : words.length() >= SHORTEST_INSTITUTION;
            if (isLong) institutions.add(words);
        }
        return institutions;
    }

    private static String words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** A text in the forms in which it is compared. */
    private static final class Text {
        private final String asWritten;
        private final String spaced;
        private final String together;

        Text(String text) {
            this.asWritten = text.toLowerCase(Locale.ROOT);
            this.spaced = " " + words(text) + " ";
            this.together = spaced.replace(" ", "");
        }

        boolean has(String words) {
            return HAN.matcher(words).find()
                    ? together.contains(words.replace(" ", ""))
                    : spaced.contains(" " + words + " ");
        }

        /** Also as {@code {first,second}@example.org}. */
        boolean hasAddress(@Nullable String email) {
            if (email == null) return false;
            var address = email.toLowerCase(Locale.ROOT);
            if (asWritten.contains(address)) return true;
            var at = address.indexOf('@');
            return at > 0
                    && Pattern.compile("\\{[^{}@]{0,300}?\\b" + Pattern.quote(address.substring(0, at))
                                    + "\\b[^{}@]{0,300}?}\\s{0,3}" + Pattern.quote(address.substring(at)))
                            .matcher(asWritten)
                            .find();
        }
    }
}

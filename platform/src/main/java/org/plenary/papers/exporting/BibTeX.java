package org.plenary.papers.exporting;

import java.util.Map;
import java.util.stream.Collectors;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;

/** A paper as an entry of a BibTeX file, with what is known of the book that it is in. What means something to TeX is written so that it is read as it stands. */
public final class BibTeX {
    private BibTeX() {}

    /** @param conference its name, @param slug begins the key */
    static String entry(Paper paper, String conference, String slug, int year) {
        return entry(paper, conference, slug, year, Map.of());
    }

    /**
     * @param book that it is in
     * @param slug begins the key
     * @param more fields with their plain values, such as {@code pages}; blank ones are left out
     */
    public static String entry(Paper paper, String book, String slug, int year, Map<String, String> more) {
        var content = paper.content();
        var entry = new StringBuilder("@inproceedings{" + slug + "-" + paper.number() + ",\n");
        // doubled, for the case of a title's letters is the authors'
        field(entry, "title", "{" + text(content.title()) + "}");
        field(entry, "author", content.authors().stream().map(BibTeX::name).collect(Collectors.joining(" and ")));
        field(entry, "booktitle", text(book));
        field(entry, "year", String.valueOf(year));
        more.forEach((name, value) -> {
            if (!value.isBlank()) field(entry, name, name.equals("url") || name.equals("doi") ? value : text(value));
        });
        if (!content.summary().isEmpty()) field(entry, "abstract", text(content.summary()));
        if (!content.keywords().isEmpty())
            field(
                    entry,
                    "keywords",
                    content.keywords().stream().map(BibTeX::text).collect(Collectors.joining(", ")));
        return entry.append("}\n\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    /** A name with commas or the word between names in it is kept together. */
    private static String name(Author author) {
        var name = text(author.name());
        return name.contains(",") || name.matches("(?i).*\\band\\b.*") ? "{" + name + "}" : name;
    }

    static String text(String plain) {
        var escaped = new StringBuilder();
        for (var c : plain.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{', '}', '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                case '\r' -> {}
                case '\n', '\t' -> escaped.append(' ');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

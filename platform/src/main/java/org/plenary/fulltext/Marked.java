package org.plenary.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A text in pieces, some of which are marked as found. It is drawn as text, so that nothing in it can be markup. */
public record Marked(List<Piece> pieces) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Punct}　、，。“”]+");

    public record Piece(String text, boolean marked) {}

    public static Marked plain(String text) {
        return new Marked(text.isEmpty() ? List.of() : List.of(new Piece(text, false)));
    }

    /** With what somebody typed marked wherever it stands, in either case. */
    public static Marked of(String text, String typed) {
        var words = BLANKS.splitAsStream(typed.toLowerCase(Locale.ROOT).strip())
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .distinct()
                .toList();
        if (words.isEmpty()) return plain(text);
        var found = Pattern.compile(String.join("|", words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        var pieces = new ArrayList<Piece>();
        var end = 0;
        while (found.find()) {
            if (found.start() > end) pieces.add(new Piece(text.substring(end, found.start()), false));
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < text.length()) pieces.add(new Piece(text.substring(end), false));
        return new Marked(List.copyOf(pieces));
    }

    /** As the index marked it, unless the text is another one by now. @param field in which it is there */
    public static Marked of(String text, FullText.Hit hit, String field, String typed) {
        for (var fragment : hit.highlights().getOrDefault(field, List.of())) {
            var pieces = new ArrayList<Piece>();
            for (var part : fragment.split("(?=<em>)|(?<=</em>)"))
                if (!part.isEmpty())
                    pieces.add(new Piece(
                            HtmlUtils.htmlUnescape(part.replace("<em>", "").replace("</em>", "")),
                            part.startsWith("<em>")));
            var marked = new Marked(List.copyOf(pieces));
            if (marked.text().equals(text)) return marked;
        }
        return of(text, typed);
    }

    /** All in one, without the marks. */
    public String text() {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}

package org.plenary.papers.inspection.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF is and has. Each text is cut, so that a report is never large.
 *
 * @param state whether it could be read at all; unless {@link State#READ}, all the rest is empty
 * @param pages how many there are; at most {@link PageTree#MOST} are counted
 * @param sizes of the pages, the most frequent first
 * @param locked whether it is encrypted, and opens without a password
 * @param fonts names of those that are used and not inside the file
 * @param hasText whether one of the pages that were looked at has text; a scan has none
 * @param properties what its Info dictionary and its XMP metadata say
 * @param script whether it has JavaScript
 * @param attachments whether files are inside
 * @param links the addresses that it points to
 * @param texts of its first two pages and of its last
 * @param copy what became of the copy without metadata
 */
public record PdfReport(
        State state,
        int pages,
        List<Size> sizes,
        boolean locked,
        List<String> fonts,
        boolean hasText,
        List<Property> properties,
        boolean script,
        boolean attachments,
        List<String> links,
        List<PageText> texts,
        Copy copy) {

    /** Whether a PDF could be read. */
    public enum State {
        READ,
        /** It is something else. */
        NO_PDF,
        /** It ends before its end, as an upload does that was broken off. */
        CUT_OFF,
        BROKEN,
        /** It asks for a password. */
        PASSWORD
    }

    /** What became of the copy without metadata; null for {@code problem} unless it was wanted and is not there. */
    public record Copy(boolean made, @Nullable String problem) {
        static final Copy NONE = new Copy(false, null);
    }

    /** Of a page as it is seen, in points of 1/72 inch. */
    public record Size(int width, int height, int pages) {}

    /** @param name such as {@code Author}, or {@code XMP} */
    public record Property(String name, String text) {}

    /** @param page from 1 */
    public record PageText(int page, String text) {}

    static PdfReport unread(State state) {
        return new PdfReport(
                state, 0, List.of(), false, List.of(), false, List.of(), false, false, List.of(), List.of(), Copy.NONE);
    }

    PdfReport with(Copy copy) {
        return new PdfReport(
                state, pages, sizes, locked, fonts, hasText, properties, script, attachments, links, texts, copy);
    }
}

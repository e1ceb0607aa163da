package org.plenary.papers.call;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call for papers as everybody reads it, on a page, on paper and as plain text (CFP-02), in one language.
 *
 * @param when the days of the conference and its place
 * @param types what can be handed in
 * @param address of the page on which papers are handed in
 * @param edition how often the call was changed, so that two printed ones can be told apart
 */
record CallNotice(
        String conference,
        String when,
        List<Dated> dates,
        List<String> paragraphs,
        List<String> types,
        List<Subject> tracks,
        String blinding,
        String address,
        long edition,
        LocalDate today) {

    /** @param stage the end of its message key, @param before the deadline that was there first; null when it did not move */
    record Dated(String stage, String text, @Nullable String before, boolean isOver) {}

    /** @param chairs their names, joined */
    record Subject(String name, String chairs, List<Named> topics) {}

    /** @param finer the topics under it, joined */
    record Named(String name, String finer) {}

    /** Templates that cannot keep line ends draw these. */
    public List<List<String>> paragraphLines() {
        return paragraphs.stream().map(paragraph -> paragraph.lines().toList()).toList();
    }
}

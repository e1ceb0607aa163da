package org.plenary.papers.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reviews as a text file, to be written where there is no network. Lines that begin with {@code ==} say what follows and are to be left as
 * they are; the rest is free.
 */
final class ReviewSheet {
    private static final Pattern PAPER = Pattern.compile("==\\+== Paper (\\d{1,9})\\b.*");
    private static final Pattern PART =
            Pattern.compile("==\\*== (Score|Confidence|For the authors|For the chairs)\\b.*");
    private static final String NOTE = "==-== ";

    private ReviewSheet() {}

    /** What stands in a file about one paper; null and empty for what was left out. */
    record Entry(
            int paper, @Nullable String score, @Nullable String confidence, String forAuthors, String forChairs) {}

    /** A paper with the review of it, as far as it is written. */
    static String write(List<ReviewDeskPages.Row> rows, int highest) {
        var text = new StringBuilder(
                NOTE + "Write below the lines that begin with ==*== and leave these lines as they are.\n");
        for (var row : rows) {
            var review = row.review();
            text.append("\n==+== Paper ").append(row.paper().number()).append('\n');
            text.append(NOTE)
                    .append(row.paper().title().replaceAll("\\s+", " "))
                    .append('\n');
            part(text, "Score (1 to " + highest + ")", said(review.score()));
            part(text, "Confidence (1 to " + Opinions.SUREST + ")", said(review.confidence()));
            part(text, "For the authors", review.forAuthors());
            part(text, "For the chairs", review.forChairs());
        }
        return text.toString();
    }

    private static void part(StringBuilder text, String name, String value) {
        text.append("==*== ").append(name).append('\n');
        // a line of the review that looks like one of ours is moved in, and comes back as it was but for that
        value.lines()
                .map(line -> line.startsWith("==") ? " " + line : line)
                .forEach(line -> text.append(line).append('\n'));
        text.append('\n');
    }

    private static String said(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** What is said before the first paper and before the first part of each is passed over. */
    static List<Entry> read(String text) {
        var entries = new ArrayList<Entry>();
        Reading reading = null;
        for (var line : text.lines().toList()) {
            var paper = PAPER.matcher(line);
            if (paper.matches()) {
                if (reading != null) entries.add(reading.entry());
                reading = new Reading(Integer.parseInt(paper.group(1)));
            } else if (reading != null) reading.take(line);
        }
        if (reading != null) entries.add(reading.entry());
        return entries;
    }

    private static final class Reading {
        private final int paper;
        private final StringBuilder score = new StringBuilder();
        private final StringBuilder confidence = new StringBuilder();
        private final StringBuilder forAuthors = new StringBuilder();
        private final StringBuilder forChairs = new StringBuilder();
        private @Nullable StringBuilder current;

        Reading(int paper) {
            this.paper = paper;
        }

        void take(String line) {
            var part = PART.matcher(line);
            if (part.matches())
                current = switch (part.group(1)) {
                    case "Score" -> score;
                    case "Confidence" -> confidence;
                    case "For the authors" -> forAuthors;
                    default -> forChairs;
                };
            else if (current != null && !line.startsWith(NOTE))
                current.append(line).append('\n');
        }

        Entry entry() {
            return new Entry(
                    paper,
                    number(score),
                    number(confidence),
                    forAuthors.toString().strip(),
                    forChairs.toString().strip());
        }

        private static @Nullable String number(StringBuilder text) {
            var number = text.toString().strip();
            return number.isEmpty() ? null : number;
        }
    }
}

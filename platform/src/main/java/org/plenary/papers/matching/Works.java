package org.plenary.papers.matching;

import java.util.List;
import java.util.regex.Pattern;
import org.plenary.papers.assignment.PaperText;
import org.plenary.papers.committee.Reviewer;

/** What reviewers have written, as they gave it: one text after each empty line, of which the first line is the title. */
public final class Works {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");

    private Works() {}

    public static List<PaperText> of(Reviewer reviewer) {
        return EMPTY_LINE
                .splitAsStream(reviewer.profile().works())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Works::work)
                .toList();
    }

    private static PaperText work(String text) {
        var end = text.indexOf('\n');
        return end < 0 ? new PaperText(text, "") : new PaperText(text.substring(0, end), text.substring(end + 1));
    }
}
